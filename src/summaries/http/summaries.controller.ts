import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { PublishSummary } from '../use-cases/publish-summary.js';
import { ReadSummary } from '../use-cases/read-summary.js';
import { SaveSummary } from '../use-cases/save-summary.js';
import { PublishSummaryBody, SummaryBody } from './summary.dto.js';
import { presentSummary } from './summary.presenter.js';
import type { SummaryView } from './summary.view.js';

@ApiTags('summaries')
@Controller('api/visits/:id/summary')
@Allow(signedIn)
export class SummariesController {
  constructor(
    private readonly read: ReadSummary,
    private readonly save: SaveSummary,
    private readonly publish: PublishSummary,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SummaryView> {
    return presentSummary(await this.read.execute(actor, id));
  }

  /** Saves what people write of a visit; nothing goes out by that. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...texts }: SummaryBody,
  ): Promise<SummaryView> {
    await this.save.execute(actor, id, texts, version);
    return presentSummary(await this.read.execute(actor, id));
  }

  /** Publishes the summary, mails it and closes the visit; once more, it is a revision. */
  @Post('publish')
  @HttpCode(200)
  async publishIt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: PublishSummaryBody,
  ): Promise<SummaryView> {
    await this.publish.execute(actor, id, version);
    return presentSummary(await this.read.execute(actor, id));
  }
}

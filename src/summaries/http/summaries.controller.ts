import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Site } from '../../platform/security/access-guard.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { PublishSummary } from '../use-cases/publish-summary.js';
import { ReadSummary } from '../use-cases/read-summary.js';
import { RevisionNumber } from '../use-cases/revision-number.js';
import { SaveSummary } from '../use-cases/save-summary.js';
import { PublishSummaryBody, SummaryBody } from './summary.dto.js';
import { presentRevision, presentRevisionLine, presentSummary } from './summary.presenter.js';
import type { SummaryRevisionList, SummaryRevisionView, SummaryView } from './summary.view.js';

@ApiTags('summaries')
@Controller('api/visits/:id/summary')
@Allow(signedIn)
export class SummariesController {
  constructor(
    private readonly read: ReadSummary,
    private readonly save: SaveSummary,
    private readonly publish: PublishSummary,
    private readonly site: Site,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SummaryView> {
    return this.shown(actor, id);
  }

  /** Saves what people write of a visit; nothing goes out by that. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...texts }: SummaryBody,
  ): Promise<SummaryView> {
    await this.save.execute(actor, id, texts, version);
    return this.shown(actor, id);
  }

  /** Publishes the summary, mails it and closes the visit; once more, it is a revision. */
  @Post('publish')
  @HttpCode(200)
  async publishIt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, mails }: PublishSummaryBody,
  ): Promise<SummaryView> {
    await this.publish.execute(actor, id, version, mails);
    return this.shown(actor, id);
  }

  /** What went out when, the first one first. */
  @Get('revisions')
  async revisions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SummaryRevisionList> {
    const { visit, lines } = await this.read.revisions(actor, id);
    return { items: lines.map((line) => presentRevisionLine(line, visit.timeZone)) };
  }

  /** A summary as it went out. */
  @Get('revisions/:revision')
  async revision(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('revision', RevisionNumber) revision: number,
  ): Promise<SummaryRevisionView> {
    return presentRevision(await this.read.revision(actor, id, revision), this.site.publicUrl);
  }

  private async shown(actor: Actor, id: string): Promise<SummaryView> {
    return presentSummary(await this.read.execute(actor, id), this.site.publicUrl);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { HandOver } from '../use-cases/hand-over.js';
import { ReadHangs } from '../use-cases/read-hangs.js';
import { HandoverBody, successorsOf } from './handover.dto.js';
import type { HandedOverList, HangList } from './handover.view.js';

/** What hangs on somebody's account, and giving it to colleagues. */
@Controller('api/people/:id/handover')
@Allow(allows('people.manage'))
export class HandoverController {
  constructor(
    private readonly read: ReadHangs,
    private readonly handOver: HandOver,
  ) {}

  /** What hangs on the person: what colleagues can take, what ends, what is shared. */
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HangList> {
    const { hangs, successors } = await this.read.execute(actor, id);
    return {
      items: hangs.map(({ kind, title, fate, words, count, things }) => ({
        ...{ kind, title, fate, words, count },
        things: things.map(({ title, detail, href }) => ({ title, detail, href })),
      })),
      successors: successors.map(({ id, name, position }) => ({ id, name, position })),
    };
  }

  /** Hands it over at once, and leaves the account as it is; a suspension or a move takes `handover` along. */
  @Post()
  @HttpCode(200)
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandoverBody,
  ): Promise<HandedOverList> {
    const items = await this.handOver.execute(actor, id, successorsOf(body));
    return { items: items.map(({ kind, count, successor }) => ({ kind, count, successor })) };
  }
}

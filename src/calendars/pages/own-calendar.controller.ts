import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';
import { OwnFeeds, type IssuedFeed } from '../use-cases/own-feeds.js';
import { AlarmsForm, NewFeedForm } from './feed-forms.js';
import { IssuedFeedPage } from './issued-feed-page.js';
import { OwnCalendarPage } from './own-calendar-page.js';
import { OwnCalendarView } from './own-calendar-view.js';
import { qrCode } from '../../platform/pages/qr-code.js';

const PAGE = '/kalender/saya';

/** One's own feeds and alarms. A secret address stands in the answer to a form alone: never in an address or a log. */
@PageController('kalender/saya')
@Allow(signedIn)
export class OwnCalendarPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: OwnCalendarView,
    private readonly feeds: OwnFeeds,
    private readonly alarms: OwnAlarms,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = typed(query, 'visit');
    const facts = await this.view.of(actor, asked);
    if (asked && !facts.visit) throw new RequestError('not-found');
    await html(reply, OwnCalendarPage({ actor, ...facts, newFeedId: newId(), chosen: query, faults: null }));
  }

  @Post()
  async create(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NewFeedForm, sent, async ({ visit, ...wanted }) =>
      // Loading the answer again sends the form again: the feed is there, and its address is not shown twice.
      (await this.feeds.has(actor, wanted.id))
        ? null
        : this.feeds.create(actor, { ...wanted, visitId: visit ?? null }),
    );
    if (taken.faults) return this.refuse(reply, actor, sent ?? {}, taken.faults);
    if (!taken.result) return seeOther(reply, `${PAGE}?info=sudah`);
    await this.issue(reply, actor, taken.result);
  }

  @Post('pengingat')
  async setAlarms(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(AlarmsForm, sent, ({ alarms }) => this.alarms.set(actor, alarms));
    if (taken.faults) return this.refuse(reply, actor, {}, taken.faults);
    await seeOther(reply, `${PAGE}?info=pengingat`);
  }

  @Post(':id/ganti')
  async regenerate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.issue(reply, actor, await this.feeds.regenerate(actor, id));
  }

  @Post(':id/cabut')
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.feeds.revoke(actor, id);
    await seeOther(reply, `${PAGE}?info=cabut`);
  }

  private async issue(reply: FastifyReply, actor: Actor, issued: IssuedFeed): Promise<void> {
    await html(reply, IssuedFeedPage({ actor, issued, qr: await qrCode(issued.eventsUrl ?? issued.url) }));
  }

  private async refuse(
    reply: FastifyReply,
    actor: Actor,
    chosen: SentForm,
    faults: FormFaults,
  ): Promise<void> {
    const facts = await this.view.of(actor, typed(chosen, 'visit'));
    await html(
      reply,
      OwnCalendarPage({ actor, ...facts, newFeedId: newId(), chosen, faults }),
      faults.status,
    );
  }
}

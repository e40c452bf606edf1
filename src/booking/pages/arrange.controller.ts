import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { readerToday } from '../../platform/pages/reader-day.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { newId } from '../../platform/text/tokens.js';
import { openingInput, readInput, stepOf } from '../domain/booking-input.js';
import { LookAtBooking } from '../use-cases/look-at-booking.js';
import { SendBooking } from '../use-cases/send-booking.js';
import { sentBefore } from './booking-faults.js';
import { BookingPage } from './booking-page.js';
import { TakeBooking } from './take-booking.js';

/** A regional office asks two units for a visit: the page of a booking, with a guest that is chosen. */
@PageController('kunjungan/atur')
@Allow(allows('visits.propose-for-region'))
export class ArrangePages {
  constructor(
    private readonly take: TakeBooking,
    private readonly look: LookAtBooking,
    private readonly send: SendBooking,
  ) {}

  /** Opens the form; a link may preset guest (`tamu`), host (`tuan`), `program`, `topik` and words to look for (`cari`). */
  @Get()
  async open(
    @CurrentActor() actor: Actor,
    @Query() presets: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const input = openingInput(presets, { name: actor.name, email: actor.email, key: newId() });
    const view = await this.look.execute(actor, input, true);
    await html(reply, BookingPage({ actor, input, view, faults: null, isOpening: true }));
  }

  /** Works out what follows from the form so far; `langkah` may send it. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() body: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = body ?? {};
    const read = readInput(sent, readerToday());
    const input = read.key === '' ? { ...read, key: newId() } : read;
    const view = await this.look.execute(actor, input, true);
    if (stepOf(sent) !== 'kirim') {
      return html(reply, BookingPage({ actor, input, view, faults: null }));
    }
    const taken = await this.take.execute(input, view, async (visit) => {
      return `/kunjungan/${await this.send.arrange(actor, visit, input.key)}`;
    });
    if (typeof taken !== 'string') {
      const shown = taken === sentBefore ? { ...input, key: newId() } : input;
      return html(reply, BookingPage({ actor, input: shown, view, faults: taken }), taken.status);
    }
    await seeOther(reply, `${taken}?info=diatur`);
  }
}

import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitError, type NewVisit } from '../../visits/index.js';
import { openingInput, readInput, stepOf, type BookingInput } from '../domain/booking-input.js';
import { LookAtBooking, type BookingView } from '../use-cases/look-at-booking.js';
import { SendBooking } from '../use-cases/send-booking.js';
import { allFaults, lacking, sentBefore } from './booking-faults.js';
import { BookingForm, detailsOf, formOf } from './booking-form.js';
import { BookingPage } from './booking-page.js';

/** Asking a host for a visit: one page, one form, one address. */
@PageController('kunjungan/baru')
@Allow(allows('visits.arrange'))
export class BookingPages {
  constructor(
    private readonly forms: Forms,
    private readonly look: LookAtBooking,
    private readonly send: SendBooking,
  ) {}

  /** Opens the form; a link may preset host (`tuan`), `program`, `topik` and words to look for (`cari`). */
  @Get()
  async open(
    @CurrentActor() actor: Actor,
    @Query() presets: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const input = openingInput(presets, { name: actor.name, email: actor.email, key: newId() });
    const view = await this.look.execute(actor, input);
    await html(reply, BookingPage({ actor, input, view, faults: null, isOpening: true }));
  }

  /** Works out what follows from the form so far; `langkah` may send it or keep it as a draft. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() body: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = body ?? {};
    const read = readInput(sent);
    const input = read.key === '' ? { ...read, key: newId() } : read;
    const view = await this.look.execute(actor, input);
    const step = stepOf(sent);
    if (step !== 'kirim' && step !== 'draf') {
      return html(reply, BookingPage({ actor, input, view, faults: null }));
    }
    const taken = await this.take(actor, input, view, step === 'kirim');
    if (typeof taken !== 'string') {
      const shown = taken === sentBefore ? { ...input, key: newId() } : input;
      return html(reply, BookingPage({ actor, input: shown, view, faults: taken }), taken.status);
    }
    await seeOther(reply, `/kunjungan/${taken}?info=${step === 'kirim' ? 'diajukan' : 'dibuat'}`);
  }

  /** The id of the visit that was made, or why none was. */
  private async take(
    actor: Actor,
    input: BookingInput,
    view: BookingView,
    submits: boolean,
  ): Promise<string | FormFaults> {
    const missing = lacking(view);
    let isReused = false;
    const taken = await this.forms.take(BookingForm, { ...formOf(input) }, async (form) => {
      if (Object.keys(missing).length > 0) throw new RequestError('validation-failed');
      try {
        return await this.send.execute(actor, visitOf(actor, form, view), input.key, submits);
      } catch (thrown) {
        isReused = thrown instanceof VisitError && thrown.code === 'idempotency-key-reused';
        throw thrown;
      }
    });
    if (!taken.faults) return taken.result;
    return isReused ? sentBefore : allFaults(taken.faults, missing);
  }
}

/** The visit that a whole form asks for. */
function visitOf(actor: Actor, form: BookingForm, { host, time, party }: BookingView): NewVisit {
  const chosen = time?.chosen;
  if (!host || !chosen || typeof chosen === 'string') throw new RequestError('validation-failed');
  return {
    guestUnit: actor.unit ?? '',
    hostUnit: host.code,
    kind: form.bentuk,
    ...chosen,
    participants: party.members,
    details: { ...detailsOf(form), partySize: party.size ?? 1 },
  };
}

import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { AgendaFacts } from '../../agendas/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { mayRecord } from '../../visits/index.js';
import { takesEntries } from '../domain/entry-times.js';
import { VisitDayError } from '../domain/error-codes.js';
import { ReadEntries } from '../use-cases/read-entries.js';
import { DayPage } from './day-page.js';
import type { DayRefusal } from './day-props.js';

/** The page of the day as it stands now. */
@Injectable()
export class DayView {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadEntries,
    private readonly agendas: AgendaFacts,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`; VisitDayError `day-not-open` */
  async page(actor: Actor, visitId: string, refusal: DayRefusal | null = null): Promise<VNode> {
    const [day, sessions] = await Promise.all([
      this.read.list(actor, visitId),
      this.agendas.published(visitId),
    ]);
    const { state } = day.visit;
    if (!takesEntries(state)) throw new VisitDayError('day-not-open', { state });
    if (!mayRecord(day.visit, actor)) throw new RequestError('not-allowed');
    const ids = { note: newId(), photo: newId(), guest: newId() };
    return DayPage({ actor, now: this.clock.now(), day, sessions, refusal, ids });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { ReadVisit, type VisitFacts } from '../../visits/index.js';
import type { Agenda } from '../domain/agenda.js';
import type { AgendaItem } from '../domain/agenda-items.js';
import { ReadSessionQuestions, type PlacedQuestion } from '../queries/read-session-questions.js';
import { ReadAgenda } from '../use-cases/read-agenda.js';
import type { AgendaRow } from './agenda-rows.js';

/** An agenda with all that its pages show around it. */
export interface ShownAgenda {
  actor: Actor;
  visit: VisitFacts;
  now: Date;
  /** The host's. */
  zone: Zone;
  agenda: Agenda;
  /** The sessions that the reader may see: those worked on, or the public ones. */
  items: readonly AgendaItem[];
  isOrganiser: boolean;
  mayEdit: boolean;
  /** What the guest wants to learn, with its sessions. */
  questions: readonly PlacedQuestion[];
  /** Names of whoever takes part, to put in charge of a session. */
  people: readonly string[];
  /** How many participants a mail reaches. */
  recipients: number;
}

/** What the editor shows in place of what is stored. */
export interface TypedAgenda {
  rows: AgendaRow[];
  faults: FormFaults | null;
  said: string;
}

/** Reads what the pages of an agenda show. */
@Injectable()
export class ShowAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly agendas: ReadAgenda,
    private readonly questions: ReadSessionQuestions,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  async of(actor: Actor, visitId: string): Promise<ShownAgenda> {
    const [{ visit, participants }, { agenda, timeZone, isOrganiser, allowedActions }] = await Promise.all([
      this.visits.withParticipants(actor, visitId),
      this.agendas.execute(actor, visitId),
    ]);
    const items = isOrganiser ? agenda.items : agenda.publicItems;
    return {
      actor,
      visit,
      now: this.clock.now(),
      zone: timeZone,
      agenda,
      items: items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
      isOrganiser,
      mayEdit: allowedActions.includes('edit'),
      questions: await this.questions.of(visit, isOrganiser),
      people: [...new Set(participants.map(({ name }) => name))],
      recipients: participants.filter(({ hasEmail }) => hasEmail).length,
    };
  }
}

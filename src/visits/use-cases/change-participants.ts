import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { newId } from '../../platform/text/tokens.js';
import { OfficerFacts } from '../../people/index.js';
import { aspectsChanged } from '../domain/visit-aspects.js';
import {
  ParticipantRepository,
  visitAspectsByParticipantField,
  type ParticipantRow,
} from '../storage/participant-repository.js';
import { ChangeVisit } from './change-visit.js';

export interface NewParticipant {
  /** Made by whoever adds, so that adding again is noticed; without it one is made here. */
  id?: string;
  name: string;
  office?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  side: string;
  role: string;
}

export type ParticipantChange = Partial<
  Pick<ParticipantRow, 'name' | 'office' | 'phone' | 'role' | 'answer' | 'attendance'>
> & {
  /** When the attendance was seen; without it now. */
  attendanceAt?: Date;
};

/**
 * A participant as it is first stored: nobody asked, nobody seen.
 *
 * @param writtenBy the unit whose people wrote address and telephone down; null when they come from an account
 */
export function newParticipant(
  visitId: string,
  given: NewParticipant,
  now: Date,
  writtenBy: string | null,
): ParticipantRow {
  return {
    id: given.id ?? newId(),
    visitId,
    personId: null,
    name: given.name,
    office: given.office ?? null,
    email: given.email ? normaliseEmail(given.email) : null,
    phone: given.phone ? normalisePhone(given.phone) : null,
    side: given.side,
    role: given.role,
    answer: 'needs-action',
    answeredAt: null,
    attendance: null,
    attendanceBy: null,
    attendanceAt: null,
    createdAt: now,
    contactWrittenBy: writtenBy,
    homeUnit: null,
    homeOffice: null,
  };
}

/** Adds, changes and removes participants; each raises the visit's version and leaves a line of history. */
@Injectable()
export class ChangeParticipants {
  constructor(
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly officers: OfficerFacts,
  ) {}

  add(actor: Actor, visitId: string, given: NewParticipant): Promise<ParticipantRow> {
    return this.changeVisit.execute(actor, visitId, 'add-participant', async (visit) => {
      const participant = newParticipant(visit.id, given, this.clock.now(), actor.unit);
      await this.participants.save(participant);
      return { visit, result: participant, beside: ['people'] };
    });
  }

  /**
   * Invites everybody who works at a unit and is not there yet; the leaders are named by hand. The telephone numbers
   * of a unit that is neither guest nor host stay where they are.
   */
  addUnit(actor: Actor, visitId: string, unit: string, side: string): Promise<ParticipantRow[]> {
    return this.changeVisit.execute(actor, visitId, 'add-participant', async (visit) => {
      const known = new Set((await this.participants.ofVisit(visit.id)).map(({ email }) => email));
      const officers = (await this.officers.ofUnit(unit)).filter(({ email }) => !known.has(email));
      const added: ParticipantRow[] = [];
      for (const { name, email, phone } of officers) {
        const isOfVisit = unit === visit.guestUnit || unit === visit.hostUnit;
        const given = { name, email, phone: isOfVisit ? phone : null, side, role: 'member' };
        added.push(newParticipant(visit.id, given, this.clock.now(), null));
      }
      for (const participant of added) await this.participants.save(participant);
      return { visit, result: added, beside: added.length > 0 ? ['people'] : [] };
    });
  }

  change(
    actor: Actor,
    visitId: string,
    participantId: string,
    change: ParticipantChange,
  ): Promise<ParticipantRow> {
    return this.changeVisit.execute(actor, visitId, 'change-participant', async (visit) => {
      const standing = await this.find(visit.id, participantId);
      const participant = this.apply(actor, standing, change);
      await this.participants.save(participant);
      const beside = aspectsChanged(visitAspectsByParticipantField, standing, participant);
      return { visit, result: participant, beside };
    });
  }

  remove(actor: Actor, visitId: string, participantId: string): Promise<void> {
    return this.changeVisit.execute(actor, visitId, 'remove-participant', async (visit) => {
      await this.participants.remove((await this.find(visit.id, participantId)).id);
      return { visit, result: undefined, beside: ['people'] };
    });
  }

  private async find(visitId: string, id: string): Promise<ParticipantRow> {
    const all = await this.participants.ofVisit(visitId);
    return found(all.find((participant) => participant.id === id));
  }

  private apply(actor: Actor, participant: ParticipantRow, change: ParticipantChange): ParticipantRow {
    const now = this.clock.now();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return {
      ...participant,
      ...given,
      ...(change.phone ? { phone: normalisePhone(change.phone) } : {}),
      ...(change.answer ? { answeredAt: now } : {}),
      ...(change.attendance
        ? {
            attendanceBy: actor.personId,
            attendanceByName: actor.name,
            attendanceAt: change.attendanceAt ?? now,
          }
        : {}),
    };
  }
}

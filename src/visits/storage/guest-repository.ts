import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { GuestAnswer } from '../domain/guest-answers.js';

/** What is kept of an organisation that was asked to join. */
export interface GuestRow {
  id: string;
  visitId: string;
  organisation: string;
  leading: boolean;
  answer: GuestAnswer;
  dueOn: string | null;
  partySize: number | null;
}

/** Somebody asks an organisation to join, or says that it does. */
export interface NewGuest {
  id: string;
  visitId: string;
  organisation: string;
  answer: Extract<GuestAnswer, 'asked' | 'joined'>;
  askedBy: string;
  askedAt: Date;
  dueOn: string | null;
  message: string;
  partySize: number | null;
}

/** What became of an invitation. */
export interface GivenGuestAnswer {
  answer: GuestAnswer;
  /** Null when the system itself notes it. */
  answeredBy: string | null;
  answeredAt: Date;
  reason: string;
  partySize: number | null;
}

/** The guests of visits; whoever writes holds the visit's row. */
@Injectable()
export class GuestRepository {
  constructor(private readonly database: Database) {}

  async find(visitId: string, organisation: string): Promise<GuestRow | null> {
    const [row] = await this.database.query<GuestRow>(
      `SELECT x.id, x.visit_id AS "visitId", x.organisation, x.is_leading AS "leading", x.answer,
         x.due_on::text AS "dueOn", x.party_size AS "partySize"
       FROM visit_guest x WHERE x.visit_id = $1 AND x.organisation = $2`,
      [visitId, organisation],
    );
    return row ?? null;
  }

  /** Asks an organisation, or asks it anew; what was answered before is forgotten. */
  async ask(guest: NewGuest): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_by, asked_at, due_on, message, party_size,
         answered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $4 = 'joined' THEN $6::timestamptz END)
       ON CONFLICT ON CONSTRAINT visit_guest_visit_id_organisation_key DO UPDATE SET answer = excluded.answer,
         asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_on = excluded.due_on,
         message = excluded.message, party_size = excluded.party_size, answered_at = excluded.answered_at,
         answered_by = NULL, reason = '', reminded_at = NULL`,
      [
        ...[guest.id, guest.visitId, guest.organisation, guest.answer, guest.askedBy, guest.askedAt],
        ...[guest.dueOn, guest.message, guest.partySize],
      ],
    );
  }

  async answer(id: string, given: GivenGuestAnswer): Promise<void> {
    await this.database.query(
      `UPDATE visit_guest SET answer = $2, answered_by = $3, answered_at = $4, reason = $5, party_size = $6 WHERE id = $1`,
      [id, given.answer, given.answeredBy, given.answeredAt, given.reason, given.partySize],
    );
  }

  /** Nobody who was asked to a visit that is off or over has to answer any more. */
  async endInvitations(visitId: string, now: Date): Promise<boolean> {
    const ended = await this.database.query<{ id: string }>(
      `UPDATE visit_guest SET answer = 'ended', answered_at = $2 WHERE visit_id = $1 AND answer = 'asked' RETURNING id`,
      [visitId, now],
    );
    return ended.length > 0;
  }

  async remind(id: string, now: Date): Promise<void> {
    await this.database.query('UPDATE visit_guest SET reminded_at = $2 WHERE id = $1', [id, now]);
  }

  /** The people of a guest that is none any more take part no longer. */
  async removePeople(visitId: string, organisation: string): Promise<boolean> {
    const gone = await this.database.query<{ id: string }>(
      'DELETE FROM visit_participant WHERE visit_id = $1 AND brought_by = $2 RETURNING id',
      [visitId, organisation],
    );
    return gone.length > 0;
  }
}

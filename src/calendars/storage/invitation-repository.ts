import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SentInvitation } from '../domain/invitation-plan.js';

/** What every person's calendar was told last about a visit. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  /** Messages about one visit are planned one after the other, until the transaction ends. */
  async lockVisit(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [visitId]);
  }

  ofVisit(visitId: string): Promise<SentInvitation[]> {
    return this.database.query(
      `SELECT event_id AS "eventId", email, name, role, method, sequence, messages,
         organizer_is_personal AS "organizerIsPersonal", shown
       FROM calendar_invitation WHERE visit_id = $1 ORDER BY email, event_id`,
      [visitId],
    );
  }

  async save(visitId: string, invitation: SentInvitation, sentAt: Date): Promise<void> {
    const { eventId, email, name, role, method, sequence, messages, organizerIsPersonal, shown } = invitation;
    await this.database.query(
      `INSERT INTO calendar_invitation (visit_id, email, name, role, method, sequence, messages, shown, sent_at,
         event_id, organizer_is_personal)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (visit_id, email, event_id) DO UPDATE SET name = excluded.name, role = excluded.role,
         method = excluded.method, sequence = excluded.sequence, messages = excluded.messages,
         shown = excluded.shown, sent_at = excluded.sent_at, organizer_is_personal = excluded.organizer_is_personal`,
      [
        visitId,
        email,
        name,
        role,
        method,
        sequence,
        messages,
        JSON.stringify(shown),
        sentAt,
        eventId,
        organizerIsPersonal,
      ],
    );
  }
}

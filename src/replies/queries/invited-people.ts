import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { InvitedPerson } from '../domain/judge-reply.js';

/** Who holds an invitation to a visit. */
@Injectable()
export class InvitedPeople {
  constructor(private readonly database: Database) {}

  /** @param eventId UID of what they were invited to: a visit, or a session of it */
  ofEvent(eventId: string): Promise<(InvitedPerson & { visitId: string })[]> {
    return this.database.query(
      `SELECT i.visit_id AS "visitId", p.id AS "participantId", p.email, i.sequence, r.stamped_at AS "lastStamp"
       FROM calendar_invitation i JOIN visit_participant p ON p.visit_id = i.visit_id AND p.email = i.email
       LEFT JOIN calendar_reply r ON r.participant_id = p.id
       WHERE i.event_id = $1`,
      [eventId],
    );
  }

  /** The visit that a mail of the outbox was about; null for any other mail. */
  async visitOfMail(messageId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT v.id FROM mail m JOIN visit v ON v.id::text = m.stream WHERE m.message_id = $1`,
      [messageId],
    );
    return row?.id ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../../visits/index.js';
import type { InvitedPerson } from '../domain/judge-reply.js';
import { aliasesOf } from './known-senders-sql.js';

/** Somebody invited, and the UID of what to. */
export interface InvitedTo extends InvitedPerson {
  eventId: string;
}

/** Who holds an invitation to a visit. */
@Injectable()
export class InvitedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Of those who share an address first who has not answered alone.
   *
   * @param eventIds UIDs of what they were invited to: a visit, or a session of it
   */
  ofEvents(eventIds: readonly string[]): Promise<InvitedTo[]> {
    return this.database.query<InvitedTo>(
      `SELECT i.event_id::text AS "eventId", i.visit_id AS "visitId", p.id AS "participantId", p.email, i.sequence,
         ${aliasesOf} AS aliases, p.heard_at AS "heardAt", p.answer, v.state = ANY ($3) AND v.ends_at > $2 AS "isOpen"
       FROM calendar_invitation i JOIN visit_participant p ON p.visit_id = i.visit_id AND p.email = i.email
       JOIN visit v ON v.id = i.visit_id
       WHERE i.event_id = ANY ($1)
       ORDER BY coalesce(p.heard_from <> 'mail', false), p.created_at, p.id`,
      [eventIds, this.clock.now(), statesWith('standing')],
    );
  }
}

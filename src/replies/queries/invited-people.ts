import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../../visits/index.js';
import type { InvitedPerson } from '../domain/judge-reply.js';

/** Who holds an invitation to a visit. */
@Injectable()
export class InvitedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param eventId UID of what they were invited to: a visit, or a session of it */
  ofEvent(eventId: string): Promise<InvitedPerson[]> {
    return this.database.query(
      `SELECT i.visit_id AS "visitId", p.id AS "participantId", p.email, i.sequence, r.stamped_at AS "lastStamp",
         p.answer, v.state = ANY ($3) AND v.ends_at > $2 AS "isOpen"
       FROM calendar_invitation i JOIN visit_participant p ON p.visit_id = i.visit_id AND p.email = i.email
       JOIN visit v ON v.id = i.visit_id
       LEFT JOIN calendar_reply r ON r.participant_id = p.id
       WHERE i.event_id = $1`,
      [eventId, this.clock.now(), statesWith('standing')],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { ParticipantSessionEntity } from './participant-session.entity.js';

/** Somebody who comes to a visit for some sessions. */
interface Attended {
  visitId: string;
  participantId: string;
  email: string | null;
  sessionIds: string[];
  /** Whether somebody with the same mail address comes for the whole visit. */
  isSharedWithWhole: boolean;
}

/** Which sessions participants come for who do not come for the whole visit. */
@Injectable()
export class AttendedSessionRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(ParticipantSessionEntity) private readonly sessions: Rows<ParticipantSessionEntity>,
  ) {}

  /** Puts sessions in place of a participant's; none for the whole visit. */
  async replace(participantId: string, sessionIds: readonly string[]): Promise<void> {
    await this.sessions.delete({ participantId });
    await this.sessions.insert(...sessionIds.map((sessionId) => ({ participantId, sessionId })));
  }

  /** Whoever comes for the whole visit is not in it. */
  ofVisits(visitIds: readonly string[]): Promise<Attended[]> {
    return this.database.query(
      `SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email,
         array_agg(s.session_id ORDER BY s.session_id) AS "sessionIds",
         EXISTS (SELECT FROM visit_participant x WHERE x.visit_id = p.visit_id AND x.email = p.email
           AND NOT EXISTS (SELECT FROM participant_session y WHERE y.participant_id = x.id)) AS "isSharedWithWhole"
       FROM visit_participant p JOIN participant_session s ON s.participant_id = p.id
       WHERE p.visit_id = ANY ($1) GROUP BY p.id ORDER BY p.id`,
      [visitIds],
    );
  }
}

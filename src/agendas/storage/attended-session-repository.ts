import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which sessions participants come for who do not come for the whole visit. */
@Injectable()
export class AttendedSessionRepository {
  constructor(private readonly database: Database) {}

  /** Puts sessions in place of a participant's; none for the whole visit. */
  async replace(participantId: string, sessionIds: readonly string[]): Promise<void> {
    await this.database.query('DELETE FROM participant_session WHERE participant_id = $1', [participantId]);
    await this.database.query(
      'INSERT INTO participant_session (participant_id, session_id) SELECT $1, unnest($2::uuid[])',
      [participantId, sessionIds],
    );
  }

  /** By visit and participant's mail address; whoever comes for the whole visit, or has no address, is not in it. */
  ofVisits(
    visitIds: readonly string[],
  ): Promise<{ visitId: string; participantId: string; email: string | null; sessionIds: string[] }[]> {
    return this.database.query(
      `SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email,
         array_agg(s.session_id ORDER BY s.session_id) AS "sessionIds"
       FROM visit_participant p JOIN participant_session s ON s.participant_id = p.id
       WHERE p.visit_id = ANY ($1) GROUP BY p.id ORDER BY p.id`,
      [visitIds],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A participant whose mail address others of the same visit may have, too. */
export interface Sharer {
  participantId: string;
  name: string;
  /** Whether what is noted was said by or of this person alone: by the own link, or by an officer. */
  hasOwnAnswer: boolean;
}

/** Who in a visit has the same mail address. */
@Injectable()
export class FindSharers {
  constructor(private readonly database: Database) {}

  /** All with the address of a participant, that one among them, in the order they were added. */
  of(participantId: string): Promise<Sharer[]> {
    return this.database.query(
      `SELECT x.id AS "participantId", x.name, coalesce(x.heard_from <> 'mail', false) AS "hasOwnAnswer"
       FROM visit_participant p JOIN visit_participant x
         ON x.visit_id = p.visit_id AND (x.id = p.id OR x.email = p.email)
       WHERE p.id = $1 ORDER BY x.created_at, x.id`,
      [participantId],
    );
  }
}

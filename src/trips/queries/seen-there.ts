import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What came of a leg, as its summary told. */
export interface SeenThere {
  visitId: string;
  outcomes: string;
  decisions: string;
  /** Titles of the notes that come from it. */
  practices: string[];
  promises: number;
}

/** What was seen at the hosts of a trip, by their published summaries; whoever asks has made sure that it may be seen. */
@Injectable()
export class SeenThereQuery {
  constructor(private readonly database: Database) {}

  ofVisits(ids: readonly string[]): Promise<SeenThere[]> {
    return this.database.query<SeenThere>(
      `SELECT DISTINCT ON (r.visit_id) r.visit_id AS "visitId",
         coalesce(r.content->>'outcomes', '') AS outcomes, coalesce(r.content->>'decisions', '') AS decisions,
         ARRAY(SELECT n.title FROM note n WHERE n.visit_id = r.visit_id AND n.state = 'published'
           AND n.visibility = 'nation' ORDER BY n.title) AS practices,
         (SELECT count(*)::int FROM follow_up f WHERE f.visit_id = r.visit_id) AS promises
       FROM summary_revision r WHERE r.visit_id = ANY ($1) ORDER BY r.visit_id, r.revision DESC`,
      [ids],
    );
  }
}

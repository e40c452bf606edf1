import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** How many changes of a field came after the last summary that is out. */
export interface RecordedField {
  field: string;
  count: number;
}

/** What was entered of a visit after its last summary, by the lines of its history. */
@Injectable()
export class RecordedSince {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<RecordedField[]> {
    return this.database.query(
      `SELECT c ->> 'field' AS field /* never null: each change names its field */, count(*)::integer AS count
       FROM visit_history h CROSS JOIN jsonb_array_elements(h.changes) c
       WHERE h.visit_id = $1 AND h.version > (
         SELECT coalesce(max(x.version) FILTER (WHERE x.action = 'publish-summary'), min(x.version))
         FROM visit_history x WHERE x.visit_id = $1)
       GROUP BY 1 ORDER BY 1`,
      [visitId],
    );
  }
}

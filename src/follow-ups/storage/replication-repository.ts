import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A practice that one unit copied from another (replikasi), as the other side or the regional office confirmed it. */
export interface ReplicationRow {
  id: string;
  followUpId: string;
  /** The note of the practice, when there is one. */
  note: string | null;
  /** The practice's title. */
  practice: string;
  fromUnit: string;
  toUnit: string;
  /** Calendar date `YYYY-MM-DD` from which the practice is in use. */
  since: string;
  result: string;
  confirmedBy: string;
  confirmedName: string;
  confirmedAt: Date;
}

@Injectable()
export class ReplicationRepository {
  constructor(private readonly database: Database) {}

  async isThere(followUpId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM replication WHERE follow_up_id = $1', [followUpId]);
    return rows.length > 0;
  }

  async add(row: ReplicationRow): Promise<void> {
    await this.database.query(
      `INSERT INTO replication (id, follow_up_id, note_id, practice, from_unit, to_unit, since, result, confirmed_by,
         confirmed_name, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.id,
        row.followUpId,
        row.note,
        row.practice,
        row.fromUnit,
        row.toUnit,
        row.since,
        row.result,
        row.confirmedBy,
        row.confirmedName,
        row.confirmedAt,
      ],
    );
  }

  async remove(followUpId: string): Promise<void> {
    await this.database.query('DELETE FROM replication WHERE follow_up_id = $1', [followUpId]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A document kept with a visit, without its bytes. */
export interface VisitFileRow {
  id: string;
  visitId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  addedBy: string;
  addedAt: Date;
}

const selection = `id, visit_id AS "visitId", name, media_type AS "mediaType", size, sha256,
  added_by AS "addedBy", added_at AS "addedAt"`;

@Injectable()
export class FileRepository {
  constructor(private readonly database: Database) {}

  async add(file: VisitFileRow, content: Buffer): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_file (id, visit_id, name, media_type, size, sha256, content, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        file.id,
        file.visitId,
        file.name,
        file.mediaType,
        file.size,
        file.sha256,
        content,
        file.addedBy,
        file.addedAt,
      ],
    );
  }

  ofVisit(visitId: string): Promise<VisitFileRow[]> {
    return this.database.query(
      `SELECT ${selection} FROM visit_file WHERE visit_id = $1 ORDER BY added_at, id`,
      [visitId],
    );
  }

  async content(visitId: string, id: string): Promise<(VisitFileRow & { content: Buffer }) | null> {
    const [row] = await this.database.query<VisitFileRow & { content: Buffer }>(
      `SELECT ${selection}, content FROM visit_file WHERE visit_id = $1 AND id = $2`,
      [visitId, id],
    );
    return row ?? null;
  }

  /** @returns whether there was one */
  async remove(visitId: string, id: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      'WITH gone AS (DELETE FROM visit_file WHERE visit_id = $1 AND id = $2 RETURNING id) SELECT id FROM gone',
      [visitId, id],
    );
    return rows.length > 0;
  }
}

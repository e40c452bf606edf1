import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A document that shows what was done, without its bytes. */
export interface EvidenceFileRow {
  id: string;
  followUpId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  addedBy: string;
  addedAt: Date;
}

const selection = `id, follow_up_id AS "followUpId", name, media_type AS "mediaType", size, sha256,
  added_by AS "addedBy", added_at AS "addedAt"`;

@Injectable()
export class EvidenceFileRepository {
  constructor(private readonly database: Database) {}

  async add(file: EvidenceFileRow, content: Buffer): Promise<void> {
    const { id, followUpId, name, mediaType, size, sha256, addedBy, addedAt } = file;
    await this.database.query(
      `INSERT INTO follow_up_file (id, follow_up_id, name, media_type, size, sha256, content, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, followUpId, name, mediaType, size, sha256, content, addedBy, addedAt],
    );
  }

  ofFollowUp(followUpId: string): Promise<EvidenceFileRow[]> {
    return this.database.query(
      `SELECT ${selection} FROM follow_up_file WHERE follow_up_id = $1 ORDER BY added_at, id`,
      [followUpId],
    );
  }

  async content(followUpId: string, id: string): Promise<(EvidenceFileRow & { content: Buffer }) | null> {
    const [row] = await this.database.query<EvidenceFileRow & { content: Buffer }>(
      `SELECT ${selection}, content FROM follow_up_file WHERE follow_up_id = $1 AND id = $2`,
      [followUpId, id],
    );
    return row ?? null;
  }

  /** @returns whether there was one */
  async remove(followUpId: string, id: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `WITH gone AS (DELETE FROM follow_up_file WHERE follow_up_id = $1 AND id = $2 RETURNING id)
       SELECT id FROM gone`,
      [followUpId, id],
    );
    return rows.length > 0;
  }
}

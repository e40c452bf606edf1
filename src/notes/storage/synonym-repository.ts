import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Terms that mean the same. */
export interface SynonymRow {
  id: string;
  /** In small letters, two at the least. */
  terms: string[];
  version: number;
  changedAt: Date;
}

/** Groups of synonyms; a removed one stays as a row, so that loading the reference data does not bring it back. */
@Injectable()
export class SynonymRepository {
  constructor(private readonly database: Database) {}

  /** Every group that counts, by its first term. */
  list(): Promise<SynonymRow[]> {
    return this.database.query(
      `SELECT id, terms, version, changed_at AS "changedAt" FROM search_synonym
       WHERE removed_at IS NULL ORDER BY terms[1], id`,
    );
  }

  async lock(id: string): Promise<SynonymRow | null> {
    const [row] = await this.database.query<SynonymRow>(
      `SELECT id, terms, version, changed_at AS "changedAt" FROM search_synonym
       WHERE id = $1 AND removed_at IS NULL FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async save({ id, terms, version, changedAt }: SynonymRow): Promise<void> {
    await this.database.query(
      `INSERT INTO search_synonym (id, terms, version, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET terms = excluded.terms, version = excluded.version,
         changed_at = excluded.changed_at`,
      [id, terms, version, changedAt],
    );
  }

  async remove(id: string, at: Date): Promise<void> {
    await this.database.query('UPDATE search_synonym SET removed_at = $2 WHERE id = $1', [id, at]);
  }

  /** Adds the groups whose id was never there. */
  async addMissing(groups: readonly Pick<SynonymRow, 'id' | 'terms'>[], at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO search_synonym (id, terms, changed_at)
       SELECT id, terms, $2 FROM jsonb_to_recordset($1::jsonb) AS r (id text, terms text[]) ON CONFLICT DO NOTHING`,
      [JSON.stringify(groups), at],
    );
  }
}

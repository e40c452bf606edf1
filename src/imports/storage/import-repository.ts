import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { RowState } from '../domain/import-states.js';
import { ImportEntity, type ImportRowEntity } from './import.entity.js';

export type ImportRow = ImportRowEntity;

const COLUMNS = [
  'id',
  'kind',
  'fileName',
  'state',
  'createdBy',
  'createdAt',
  'confirmedAt',
  'finishedAt',
] as const;

const rowSelection = `r.import_id AS "importId", r.number, r.cells, r.content_key AS "contentKey", r.state, r.says,
  r.made_id AS "madeId"`;

/** Imports and their rows. */
@Injectable()
export class ImportRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(ImportEntity) private readonly imports: Rows<ImportEntity>,
  ) {}

  find(id: string): Promise<ImportEntity | null> {
    return this.imports.findOne(COLUMNS, { id });
  }

  lock(id: string): Promise<ImportEntity | null> {
    return this.imports.findOne(COLUMNS, { id }, { lock: true });
  }

  /** Those that somebody brought, the latest first. */
  ofPerson(createdBy: string, most: number): Promise<ImportEntity[]> {
    return this.database.query(
      `SELECT i.id, i.kind, i.file_name AS "fileName", i.state, i.created_by AS "createdBy", i.created_at AS "createdAt",
         i.confirmed_at AS "confirmedAt", i.finished_at AS "finishedAt"
       FROM import i WHERE i.created_by = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT $2`,
      [createdBy, most],
    );
  }

  /** Keeps a file with all its rows, in two statements. */
  async add(file: ImportEntity, rows: readonly ImportRow[]): Promise<void> {
    await this.imports.insert(file);
    await this.database.query(
      `INSERT INTO import_row (import_id, number, cells, content_key, state, says)
       SELECT $1, r.number, r.cells, r.content_key, r.state, r.says
       FROM unnest($2::int[], $3::jsonb[], $4::text[], $5::text[], $6::text[])
         AS r (number, cells, content_key, state, says)`,
      [
        file.id,
        rows.map(({ number }) => number),
        rows.map(({ cells }) => JSON.stringify(cells)),
        rows.map(({ contentKey }) => contentKey),
        rows.map(({ state }) => state),
        rows.map(({ says }) => says),
      ],
    );
  }

  async confirm(id: string, at: Date): Promise<void> {
    await this.imports.update({ id }, { state: 'confirmed', confirmedAt: at });
  }

  async finish(id: string, at: Date): Promise<void> {
    await this.imports.update({ id }, { state: 'done', finishedAt: at });
  }

  /** Rows that are still to be made, in the file's order. */
  ready(importId: string, limit: number): Promise<ImportRow[]> {
    return this.database.query(
      `SELECT ${rowSelection} FROM import_row r WHERE r.import_id = $1 AND r.state = 'ready'
       ORDER BY r.number LIMIT $2`,
      [importId, limit],
    );
  }

  /** Those of the contents that something was made of. */
  async known(contentKeys: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ contentKey: string }>(
      `SELECT content_key AS "contentKey" FROM imported_content WHERE content_key = ANY ($1)`,
      [contentKeys],
    );
    return new Set(rows.map(({ contentKey }) => contentKey));
  }

  /** Takes a content for what is made of it, until the transaction ends. @returns whether nothing was made of it before */
  async claim(contentKey: string, madeId: string): Promise<boolean> {
    const rows = await this.database.query<{ contentKey: string }>(
      `INSERT INTO imported_content (content_key, made_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
       RETURNING content_key AS "contentKey"`,
      [contentKey, madeId],
    );
    return rows.length > 0;
  }

  async settle(
    { importId, number }: Pick<ImportRow, 'importId' | 'number'>,
    { state, says, madeId = null }: { state: RowState; says: string; madeId?: string | null },
  ): Promise<void> {
    await this.database.query(
      `UPDATE import_row SET state = $3, says = $4, made_id = $5 WHERE import_id = $1 AND number = $2`,
      [importId, number, state, says, madeId],
    );
  }

  /** How many rows are in which state. */
  counts(importId: string): Promise<{ state: RowState; count: number }[]> {
    return this.database.query(
      `SELECT r.state, count(*)::int AS count FROM import_row r WHERE r.import_id = $1 GROUP BY r.state`,
      [importId],
    );
  }

  /** Rows in any of these states after a number, in the file's order. */
  rows(importId: string, states: readonly RowState[], after: number, limit: number): Promise<ImportRow[]> {
    return this.database.query(
      `SELECT ${rowSelection} FROM import_row r
       WHERE r.import_id = $1 AND r.state = ANY ($2) AND r.number > $3 ORDER BY r.number LIMIT $4`,
      [importId, states, after, limit],
    );
  }
}

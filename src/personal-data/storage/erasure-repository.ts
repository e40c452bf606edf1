import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Subject } from '../domain/subject.js';
import { ErasureEntity } from './erasure.entity.js';

export type ErasureRow = ErasureEntity;

const COLUMNS = [
  ...([
    'id',
    'personId',
    'participants',
    'members',
    'ground',
    'reason',
    'letterOn',
    'enteredBy',
    'askedAt',
  ] as const),
  ...(['subject', 'doneTables', 'changed', 'doneAt'] as const),
] as const;

@Injectable()
export class ErasureRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(ErasureEntity) private readonly erasures: Rows<ErasureEntity>,
  ) {}

  async add(row: ErasureRow): Promise<void> {
    await this.erasures.insert(row);
  }

  find(id: string): Promise<ErasureRow | null> {
    return this.erasures.findOne(COLUMNS, { id });
  }

  /** Locks the row until the transaction ends. */
  lock(id: string): Promise<ErasureRow | null> {
    return this.erasures.findOne(COLUMNS, { id }, { lock: true });
  }

  /** Those that are not done, in the order of their ids. */
  async waiting({ after, only, limit }: SweepRange): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM erasure WHERE done_at IS NULL AND ($1::uuid IS NULL OR id > $1) AND ($2::uuid IS NULL OR id = $2)
       ORDER BY id LIMIT $3`,
      [after, only, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these are written down. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM erasure WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Closes an account that a backup brought back open. @returns whether there is such an account */
  async closeAccountOf(personId: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `WITH closed AS (
         UPDATE person SET password_hash = NULL, suspended_at = coalesce(suspended_at, now()), erased_at = coalesce(erased_at, now())
         WHERE id = $1 RETURNING id
       ), ended AS (DELETE FROM session WHERE person_id IN (SELECT id FROM closed))
       SELECT id FROM closed`,
      [personId],
    );
    return rows.length > 0;
  }

  async begin(id: string, subject: Subject): Promise<void> {
    await this.erasures.update({ id, subject: IsNull() }, { subject });
  }

  /** Notes that a table was gone through. */
  async pass(id: string, table: string, changed: number): Promise<void> {
    await this.database.query(
      `UPDATE erasure SET done_tables = array_append(array_remove(done_tables, $2), $2), changed = changed + $3 WHERE id = $1`,
      [id, table, changed],
    );
  }

  async end(id: string, doneAt: Date): Promise<void> {
    await this.erasures.update({ id }, { doneAt, subject: null });
  }

  async closeLinks(participants: readonly string[]): Promise<void> {
    await this.database.query(`DELETE FROM participant_link WHERE participant_id = ANY ($1::uuid[])`, [
      participants,
    ]);
  }
}

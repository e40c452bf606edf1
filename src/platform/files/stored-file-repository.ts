import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { advisoryLocks } from '../database/advisory-locks.js';
import { Database } from '../database/database.js';
import type { Rows } from '../database/rows.js';
import type { FilePlace } from './object-store.js';
import { StoredFileEntity } from './stored-file.entity.js';

export type StoredFileRow = Pick<StoredFileEntity, 'sha256' | 'size' | 'place' | 'damagedAt'>;

/** What lies in the store of files, and who holds it. */
@Injectable()
export class StoredFileRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(StoredFileEntity) private readonly files: Rows<StoredFileEntity>,
  ) {}

  of(sha256: string): Promise<StoredFileRow | null> {
    return this.files.findOne(['sha256', 'size', 'place', 'damagedAt'], { sha256 });
  }

  /**
   * Keeps an object from being removed until then; one that is not known yet is from now on.
   * @param place where it goes when it is new
   */
  async claim(
    file: Pick<StoredFileRow, 'sha256' | 'size' | 'place'>,
    until: Date,
  ): Promise<Pick<StoredFileRow, 'place' | 'damagedAt'> | null> {
    const rows = await this.database.query<Pick<StoredFileRow, 'place' | 'damagedAt'>>(
      `INSERT INTO stored_file AS s (sha256, size, place, claimed_until) VALUES ($1, $2, $3, $4)
       ON CONFLICT (sha256) DO UPDATE SET claimed_until = greatest(s.claimed_until, excluded.claimed_until)
       RETURNING place, damaged_at AS "damagedAt"`,
      [file.sha256, file.size, file.place, until],
    );
    return rows[0] ?? null;
  }

  /** It was written there, whole. */
  async written(sha256: string, place: FilePlace): Promise<void> {
    await this.files.update({ sha256 }, { place, damagedAt: null });
  }

  async markDamaged(sha256: string, at: Date): Promise<void> {
    await this.files.update({ sha256, damagedAt: IsNull() }, { damagedAt: at });
  }

  /** Objects that no row holds and nobody claims since an instant, by a page. */
  async loose(before: Date, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT sha256 FROM stored_file
       WHERE holders = 0 AND sha256 > coalesce($2, '') AND (claimed_until IS NULL OR claimed_until < $1)
       ORDER BY sha256 LIMIT $3`,
      [before, after, limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Whether objects may be removed: while a backup is made, what it is about to copy stays. Holds until the transaction ends. */
  async mayRemove(): Promise<boolean> {
    const [row] = await this.database.query<{ may: boolean }>(
      'SELECT pg_try_advisory_xact_lock_shared($1) AS may /* never null: the lock is taken or not */',
      [advisoryLocks.files],
    );
    return row?.may ?? false;
  }

  /** Forgets an object that no row holds and nobody claims; the foreign keys of those that could are its second guard. */
  async forget(sha256: string, now: Date): Promise<FilePlace | null> {
    const rows = await this.database.query<{ place: FilePlace }>(
      `WITH gone AS (
         DELETE FROM stored_file
         WHERE sha256 = $1 AND holders = 0 AND (claimed_until IS NULL OR claimed_until < $2) RETURNING place)
       SELECT place FROM gone`,
      [sha256, now],
    );
    return rows[0]?.place ?? null;
  }
}

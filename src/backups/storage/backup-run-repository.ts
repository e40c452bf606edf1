import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BackupFacts } from '../domain/backup-health.js';
import type { KeptBackup } from '../domain/retention.js';

export interface BackupRun {
  id: string;
  /** Path of the backup's folder. */
  folder: string;
  nightly: boolean;
}

/** Attempts to make backups, and what became of them. */
@Injectable()
export class BackupRunRepository {
  constructor(private readonly database: Database) {}

  async begin({ id, folder, nightly }: BackupRun, at: Date): Promise<void> {
    await this.database.query(
      'INSERT INTO backup_run (id, folder, nightly, started_at) VALUES ($1, $2, $3, $4)',
      [id, folder, nightly, at],
    );
  }

  async succeed(id: string, bytes: number, at: Date): Promise<void> {
    await this.database.query('UPDATE backup_run SET ended_at = $2, bytes = $3 WHERE id = $1', [
      id,
      at,
      bytes,
    ]);
  }

  /** Notes a failure, also of an attempt that did not get as far as to begin. */
  async fail({ id, folder, nightly }: BackupRun, fault: string, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO backup_run AS r (id, folder, nightly, started_at, ended_at, fault) VALUES ($1, $2, $3, $5, $5, $4)
       ON CONFLICT ON CONSTRAINT backup_run_pkey DO UPDATE SET ended_at = $5, fault = $4`,
      [id, folder, nightly, fault.slice(0, 500) || 'unknown', at],
    );
  }

  /** Earlier attempts without an end: only asked while no other one is being made, so that these were cut off. */
  cutOff(except: string): Promise<BackupRun[]> {
    return this.database.query<BackupRun>(
      'SELECT id, folder, nightly FROM backup_run WHERE ended_at IS NULL AND id <> $1',
      [except],
    );
  }

  /** Nightly backups that were made and not removed. */
  nightlyKept(): Promise<(KeptBackup & { folder: string })[]> {
    return this.database.query(
      `SELECT id, folder, started_at AS "startedAt" FROM backup_run
       WHERE nightly AND bytes IS NOT NULL AND removed_at IS NULL ORDER BY started_at DESC`,
    );
  }

  async markRemoved(id: string, at: Date): Promise<void> {
    await this.database.query('UPDATE backup_run SET removed_at = $2 WHERE id = $1', [id, at]);
  }

  /** What the last good backup and the last attempt were. */
  async facts(): Promise<BackupFacts & { bytes: number | null }> {
    const [row] = await this.database.query<{
      goodAt: Date | null;
      bytes: string | null;
      failedAt: Date | null;
      fault: string | null;
    }>(
      `SELECT good.started_at AS "goodAt", good.bytes, failed.ended_at AS "failedAt", failed.fault
       FROM (SELECT) AS one
       LEFT JOIN LATERAL (SELECT started_at, bytes FROM backup_run WHERE bytes IS NOT NULL
         ORDER BY started_at DESC LIMIT 1) AS good ON true
       LEFT JOIN LATERAL (SELECT ended_at, fault FROM backup_run
         WHERE fault IS NOT NULL AND started_at > coalesce(good.started_at, '-infinity')
         ORDER BY started_at DESC LIMIT 1) AS failed ON true`,
    );
    const { goodAt = null, bytes = null, failedAt = null, fault = null } = row ?? {};
    return {
      lastGoodAt: goodAt,
      bytes: bytes === null ? null : Number(bytes),
      lastFailure: failedAt && fault !== null ? { at: failedAt, fault } : null,
    };
  }
}

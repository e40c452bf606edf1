import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { BackupFacts } from '../domain/backup-health.js';
import type { KeptBackup } from '../domain/retention.js';
import { BackupRunEntity } from './backup-run.entity.js';

export type BackupRun = Pick<BackupRunEntity, 'id' | 'folder' | 'nightly'>;

/** Attempts to make backups, and what became of them. */
@Injectable()
export class BackupRunRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(BackupRunEntity) private readonly runs: Rows<BackupRunEntity>,
  ) {}

  async begin({ id, folder, nightly }: BackupRun, at: Date): Promise<void> {
    await this.runs.insert({ id, folder, nightly, startedAt: at });
  }

  async succeed(id: string, bytes: number, at: Date): Promise<void> {
    await this.runs.update({ id }, { endedAt: at, bytes: String(bytes) });
  }

  /** Notes a failure, also of an attempt that did not get as far as to begin. */
  async fail({ id, folder, nightly }: BackupRun, fault: string, at: Date): Promise<void> {
    const failed = { endedAt: at, fault: fault.slice(0, 500) || 'unknown' };
    await this.runs.put(
      { key: ['id'], keep: ['folder', 'nightly', 'startedAt'] },
      { id, folder, nightly, startedAt: at, ...failed },
    );
  }

  /** Earlier attempts without an end: only asked while no other one is being made, so that these were cut off. */
  cutOff(except: string): Promise<BackupRun[]> {
    return this.runs.find(['id', 'folder', 'nightly'], { endedAt: IsNull(), id: Not(except) });
  }

  /** Nightly backups that were made and not removed. */
  nightlyKept(): Promise<(KeptBackup & { folder: string })[]> {
    return this.runs.find(
      ['id', 'folder', 'startedAt'],
      { nightly: true, bytes: Not(IsNull()), removedAt: IsNull() },
      { order: { startedAt: 'DESC' } },
    );
  }

  async markRemoved(id: string, at: Date): Promise<void> {
    await this.runs.update({ id }, { removedAt: at });
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

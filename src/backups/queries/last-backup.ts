import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { backupHealth, type BackupFacts, type BackupHealth } from '../domain/backup-health.js';
import { BackupRunRepository } from '../storage/backup-run-repository.js';

export interface LastBackup extends BackupFacts {
  health: BackupHealth;
  /** Size of the last good one. */
  bytes: number | null;
  /** Whether one is made each night. */
  isNightly: boolean;
  now: Date;
}

/** How old the last good backup is, and whether the last attempt failed. */
@Injectable()
export class FindLastBackup {
  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly runs: BackupRunRepository,
  ) {}

  async execute(): Promise<LastBackup> {
    const facts = await this.runs.facts();
    const now = this.clock.now();
    return {
      ...facts,
      now,
      health: backupHealth(facts, now),
      isNightly: this.environment.BACKUP_DIR !== undefined,
    };
  }
}

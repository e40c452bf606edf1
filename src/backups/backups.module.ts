import { Module } from '@nestjs/common';
import { NightlyBackupJob } from './jobs/nightly-backup.job.js';
import { BackupParts } from './pages/backup-parts.js';
import { FindLastBackup } from './queries/last-backup.js';
import { BackupRunRepository } from './storage/backup-run-repository.js';
import { KeepNightlyBackups } from './use-cases/keep-nightly-backups.js';
import { MakeBackup } from './use-cases/make-backup.js';

/** Copies of everything that was entrusted, made by night or by command, and restored. */
@Module({
  providers: [
    BackupRunRepository,
    MakeBackup,
    KeepNightlyBackups,
    NightlyBackupJob,
    FindLastBackup,
    BackupParts,
  ],
})
export class BackupsModule {}

import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { NightlyBackupJob } from './jobs/nightly-backup.job.js';
import { BackupParts } from './pages/backup-parts.js';
import { FindLastBackup } from './queries/last-backup.js';
import { backupsEntities } from './storage/entities.js';
import { BackupRunRepository } from './storage/backup-run-repository.js';
import { KeepNightlyBackups } from './use-cases/keep-nightly-backups.js';
import { MakeBackup } from './use-cases/make-backup.js';

/** Copies of everything that was entrusted, made by night or by command, and restored. */
@Module({
  imports: [EntitiesModule.forFeature(backupsEntities)],
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

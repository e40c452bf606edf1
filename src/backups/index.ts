export { BackupsModule } from './backups.module.js';
export { KeepNightlyBackups } from './use-cases/keep-nightly-backups.js';
export { MakeBackup } from './use-cases/make-backup.js';
export { restoreBackup } from './use-cases/restore-backup.js';
export { backupsPersonal } from './storage/personal-columns.js';

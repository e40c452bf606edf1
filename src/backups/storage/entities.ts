import { BackupRunEntity } from './backup-run.entity.js';

/** The tables of this feature. */
export const backupsEntities = [BackupRunEntity];

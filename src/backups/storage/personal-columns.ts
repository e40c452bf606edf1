import { impersonal, type PersonalTables } from '../../platform/database/personal-columns.js';

export const backupsPersonal: PersonalTables = {
  backup_run: impersonal('folders of backups and what went wrong with them', 'folder', 'fault'),
};

import { impersonal, type PersonalTables } from '../../platform/database/personal-columns.js';

export const operationsPersonal: PersonalTables = {
  retention_run: impersonal('kinds of what is dropped', 'kind'),
};

import { impersonal, type PersonalTables } from '../database/personal-columns.js';

/** What documents lie in: what is in them is said by the rows that name them. */
export const filesPersonal: PersonalTables = {
  stored_file: impersonal('a digest, and where it lies', 'sha256', 'place'),
};

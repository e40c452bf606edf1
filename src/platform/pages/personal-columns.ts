import { free, personal, words, type PersonalTables } from '../database/personal-columns.js';

export const pagesPersonal: PersonalTables = {
  sent_form: personal({
    columns: { ...free('made by chance, and a digest', 'key', 'digest'), ...words('location') },
  }),
};

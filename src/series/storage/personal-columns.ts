import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const seriesPersonal: PersonalTables = {
  series: personal({
    title: 'Rangkaian rapat yang Anda buat',
    owners: { created_by: 'person' },
    tells: { title: 'Judul', created_at: 'Dibuat' },
    columns: {
      ...words('title'),
      ...free('codes of offices, and a closed set of words', 'guest_unit', 'host_unit', 'frequency'),
    },
  }),
  series_date: personal({ visit: 'visit_id', columns: words('skipped') }),
};

import {
  file,
  free,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

export const visitDaysPersonal: PersonalTables = {
  visit_photo_original: personal({
    columns: {
      ...free('a digest of the picture', 'sha256'),
      ...file('pictures of the day, cleared or dropped by the office', 'content'),
    },
  }),
  visit_entry: personal({
    title: 'Catatan dan foto hari kunjungan yang Anda buat',
    owners: { author: 'person' },
    visit: 'visit_id',
    tells: { kind: 'Jenis', text: 'Isi', entered_at: 'Waktu' },
    columns: {
      ...words('text'),
      ...free('a closed set of words, and the code of an office', 'kind', 'author_unit'),
      ...file('pictures of the day, cleared or dropped by the office', 'photo', 'thumbnail'),
    },
  }),
};

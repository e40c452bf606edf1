import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const resultsPersonal: PersonalTables = {
  countable_result: personal({
    title: 'Hasil yang Anda catat',
    owners: { written_by: 'person' },
    visit: 'visit_id',
    tells: { what: 'Hasil', written_at: 'Ditulis' },
    columns: {
      ...words('what'),
      ...free('a code of an office, and a closed set of words', 'organisation', 'measure'),
    },
  }),
  umkm_product: personal({
    title: 'Produk yang Anda catat',
    owners: { written_by: 'person' },
    visit: 'visit_id',
    tells: { name: 'Nama', written_at: 'Ditulis' },
    columns: {
      ...words('name', 'maker'),
      ...free('a code of an office, and a closed set of words', 'organisation', 'sold_by'),
    },
  }),
};

import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const erasuresPersonal: PersonalTables = {
  erasure: personal({
    title: 'Penghapusan data yang Anda catat',
    owners: { entered_by: 'person' },
    tells: { asked_at: 'Waktu', reason: 'Alasan', letter_on: 'Tanggal surat' },
    columns: {
      ...words('reason'),
      ...free('emptied when the erasure is done', 'subject'),
      ...free('closed sets of words', 'ground', 'done_tables'),
    },
  }),
};

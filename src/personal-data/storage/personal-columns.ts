import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const erasuresPersonal: PersonalTables = {
  export_record: personal({
    title: 'Berkas yang Anda unduh',
    owners: { taken_by: 'person' },
    tells: { taken_at: 'Waktu', file_name: 'Berkas', row_count: 'Baris' },
    columns: { ...words('file_name'), ...free('a path of ours, and an id or code in it', 'route', 'about') },
  }),
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

import {
  free,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

export const importsPersonal: PersonalTables = {
  import: personal({
    title: 'Berkas yang Anda impor',
    owners: { created_by: 'person' },
    tells: { file_name: 'Nama berkas', kind: 'Jenis', created_at: 'Waktu' },
    columns: { ...words('file_name'), ...free('closed sets of words', 'kind', 'state') },
  }),
  import_row: personal({
    title: 'Baris berkas impor yang menyebut Anda',
    tells: { number: 'Baris', cells: 'Isi', says: 'Keterangan' },
    names: ['cells'],
    columns: {
      ...words('cells', 'says'),
      ...free('a digest of the row', 'content_key'),
      ...free('a closed set of words', 'state'),
    },
  }),
  imported_content: impersonal('digests of rows that were made once', 'content_key'),
};

import {
  file,
  free,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const set = 'closed sets of words, and codes of offices';
const kept = 'triggers keep it by the words of notes, which are written anew';

export const notesPersonal: PersonalTables = {
  note: personal({
    title: 'Praktik baik yang Anda tulis',
    owners: { author_id: 'person' },
    tells: { title: 'Judul', created_at: 'Dibuat', published_at: 'Terbit', contact: 'Narahubung' },
    names: ['contact'],
    columns: {
      ...words('title', 'context', 'what_was_done', 'result', 'how_to_copy', 'resources', 'pitfalls'),
      ...words('contact', 'topics'),
      ...free(set, 'state', 'visibility', 'unit'),
    },
  }),
  note_comment: personal({
    title: 'Pertanyaan dan tanggapan pada praktik baik',
    owners: { author_id: 'person', answered_by: 'person' },
    tells: { body: 'Isi', at: 'Waktu', answer: 'Jawaban' },
    columns: { ...words('body', 'answer'), ...free(set, 'kind') },
  }),
  note_file: personal({
    title: 'Berkas praktik baik yang Anda tambahkan',
    owners: { added_by: 'person' },
    tells: { name: 'Nama berkas', added_at: 'Ditambahkan' },
    columns: {
      ...words('name'),
      ...free('what kind of file, and its digest', 'media_type', 'sha256', 'stored'),
      ...file('documents that an office shares; listed for the unit to decide', 'content'),
    },
  }),
  note_picture: personal({
    title: 'Gambar praktik baik yang Anda tambahkan',
    owners: { added_by: 'person' },
    tells: { caption: 'Keterangan', added_at: 'Ditambahkan' },
    columns: {
      ...words('caption'),
      ...file(
        'pictures of practices, cleared by the office; taken off by it on request',
        'picture',
        'thumbnail',
      ),
    },
  }),
  note_program: impersonal(set, 'program'),
  note_revision: personal({
    title: 'Perubahan praktik baik oleh Anda',
    owners: { changed_by: 'person' },
    tells: { changed_at: 'Waktu', reason: 'Alasan' },
    columns: { ...words('texts', 'reason'), ...free(set, 'state') },
  }),
  note_search: impersonal(kept, 'vector'),
  note_use: impersonal(set, 'unit'),
  search_synonym: impersonal('words that mean the same', 'id', 'terms'),
  search_word: impersonal('words of notes; those of a name go when no note has them any more', 'word'),
};

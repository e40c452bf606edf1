import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { NoteErrorCode } from '../domain/error-codes.js';

/** How each error of notes is shown. */
export const noteProblems: Problems<NoteErrorCode> = {
  'note-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail:
      'Catatan ini baru saja diubah orang lain. Muat ulang, gabungkan tulisan Anda, lalu simpan kembali.',
    expose: ['current'],
  },
  'note-incomplete': {
    status: 422,
    title: 'Catatan belum lengkap',
    detail: 'Mohon lengkapi bagian yang masih kosong, lalu ulangi. Draf tetap dapat disimpan.',
  },
  'note-program-unknown': {
    status: 422,
    title: 'Program tidak dikenal',
    detail: 'Kode program tidak ada dalam daftar. Silakan pilih program dari daftar, lalu kirim kembali.',
    expose: ['program'],
  },
  'note-visit-elsewhere': {
    status: 422,
    title: 'Kunjungan UPT lain',
    detail:
      'Catatan hanya dapat dikaitkan dengan kunjungan yang diikuti UPT Anda sebagai tamu atau tuan rumah.',
  },
  'note-step-not-allowed': {
    status: 409,
    title: 'Langkah tidak dapat diambil',
    detail: 'Catatan ini tidak lagi dalam keadaan itu. Muat ulang, lalu pilih langkah yang tersedia.',
    expose: ['state'],
  },
  'note-reason-needed': {
    status: 422,
    title: 'Alasan belum diisi',
    detail: 'Mohon tuliskan mengapa catatan ini dikembalikan menjadi draf, lalu kirim kembali.',
  },
  'synonym-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail: 'Kelompok ini baru saja diubah orang lain. Muat ulang halaman, lalu ubah kembali.',
    expose: ['current'],
  },
  'synonym-too-few': {
    status: 422,
    title: 'Istilah kurang',
    detail: 'Satu kelompok memerlukan paling sedikit dua istilah yang berbeda.',
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const noteConstraints = {
  note_published_check: 'note-incomplete',
} as const satisfies Record<string, NoteErrorCode>;

import { LARGEST_FILE_WORDS } from '../../platform/text/sizes.js';
import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { NoteErrorCode } from '../domain/error-codes.js';

/** How each error of notes is shown. */
export const noteProblems: Problems<NoteErrorCode> = {
  'note-changed': overtaken('Catatan ini', ['current']),
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
  'synonym-changed': overtaken('Kelompok ini', ['current']),
  'synonym-too-few': {
    status: 422,
    title: 'Istilah kurang',
    detail: 'Satu kelompok memerlukan paling sedikit dua istilah yang berbeda.',
  },
  'note-not-open': {
    status: 409,
    title: 'Catatan tidak terbuka',
    detail: 'Pertanyaan, komentar, dan pemakaian hanya untuk catatan yang sudah diajukan atau terbit.',
    expose: ['state'],
  },
  'note-answer-none': {
    status: 422,
    title: 'Bukan pertanyaan',
    detail: 'Hanya pertanyaan yang dapat dijawab.',
  },
  'note-picture-missing': {
    status: 422,
    title: 'Gambar belum dipilih',
    detail: 'Silakan pilih sebuah gambar, lalu kirim kembali.',
  },
  'note-picture-too-large': {
    status: 422,
    title: 'Gambar terlalu besar',
    detail: 'Gambar paling besar 10 MB. Silakan kecilkan atau pilih gambar lain.',
  },
  'note-picture-unreadable': {
    status: 422,
    title: 'Gambar tidak terbaca',
    detail: 'Berkas ini bukan gambar JPEG, PNG, atau WebP yang utuh. Silakan pilih gambar lain.',
  },
  'note-caption-missing': {
    status: 422,
    title: 'Keterangan belum diisi',
    detail: 'Mohon tuliskan apa yang terlihat pada gambar; keterangan dibacakan bagi yang tidak melihatnya.',
  },
  'note-file-unknown': {
    status: 422,
    title: 'Jenis berkas tidak diterima',
    detail:
      'Silakan kirim PDF, Word, Excel, PowerPoint, atau OpenDocument; isinya harus sesuai dengan namanya.',
  },
  'note-file-too-large': {
    status: 422,
    title: 'Berkas terlalu besar',
    detail: `Berkas paling besar ${LARGEST_FILE_WORDS}. Silakan kecilkan, lalu kirim kembali.`,
  },
  'note-file-kept': {
    status: 409,
    title: 'Berkas sudah ada',
    detail: 'Berkas yang isinya sama sudah tersimpan pada catatan ini.',
  },
  'note-attachments-full': {
    status: 422,
    title: 'Sudah terlalu banyak',
    detail:
      'Satu catatan memuat paling banyak 12 gambar dan 12 berkas. Hapus salah satu, lalu kirim kembali.',
  },
  'note-use-own': {
    status: 422,
    title: 'Catatan UPT sendiri',
    detail: 'Pernyataan “Kami memakai ini” untuk praktik baik UPT lain.',
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const noteConstraints = {
  note_published_check: 'note-incomplete',
  note_file_sha256_key: 'note-file-kept',
} as const satisfies Record<string, NoteErrorCode>;

import type { Problems } from '../../platform/errors/problem-catalog.js';
import { tableLimits } from '../../platform/documents/read-table.js';
import type { ImportErrorCode } from '../domain/error-codes.js';

export const importProblems: Problems<ImportErrorCode> = {
  'import-file-missing': {
    status: 422,
    title: 'Berkas belum dipilih',
    detail: 'Pilih berkas XLSX atau CSV yang akan diimpor.',
  },
  'import-unreadable': {
    status: 415,
    title: 'Berkas tidak dapat dibaca',
    detail:
      'Kirim berkas XLSX atau CSV. Berkas XLS lama, berkas berkata sandi, dan berkas rusak tidak dapat dibaca.',
  },
  'import-too-large': {
    status: 413,
    title: 'Berkas terlalu besar',
    detail: `Satu berkas paling banyak ${tableLimits.rows} baris dan 5 MB. Bagilah dalam beberapa berkas.`,
  },
  'import-columns-missing': {
    status: 422,
    title: 'Ada kolom yang tidak ditemukan',
    detail: ({ columns }) =>
      `Kolom ini tidak ditemukan: ${typeof columns === 'string' ? columns : ''}. Gunakan judul kolom seperti pada berkas contoh.`,
    expose: ['columns'],
  },
  'import-empty': {
    status: 422,
    title: 'Tidak ada baris',
    detail: 'Berkas ini hanya berisi judul kolom. Isi barisnya, lalu kirim kembali.',
  },
  'import-begun': {
    status: 409,
    title: 'Impor sudah dijalankan',
    detail: 'Impor ini sudah dijalankan. Muat ulang halaman ini untuk melihat hasilnya.',
  },
};

import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { VisitDayErrorCode } from '../domain/error-codes.js';

/** How each error of the day is shown. */
export const visitDayProblems: Problems<VisitDayErrorCode> = {
  'day-not-open': {
    status: 409,
    title: 'Hari kunjungan tidak terbuka',
    detail: 'Kehadiran, catatan, dan foto dicatat untuk kunjungan yang telah dikonfirmasi atau dilaksanakan.',
    expose: ['state'],
  },
  'entry-empty': {
    status: 422,
    title: 'Catatan masih kosong',
    detail: 'Mohon tulis catatannya, lalu simpan kembali.',
  },
  'entry-taken': {
    status: 409,
    title: 'Penanda sudah dipakai',
    detail:
      'Penanda (id) kiriman ini sudah dipakai kiriman lain. Mohon muat ulang halaman, lalu catat kembali.',
  },
  'photo-missing': {
    status: 422,
    title: 'Foto belum dipilih',
    detail: 'Mohon ambil atau pilih satu foto, lalu kirim kembali.',
  },
  'photo-too-large': {
    status: 413,
    title: 'Foto terlalu besar',
    detail: 'Foto paling besar 10 MB. Mohon perkecil fotonya, atau pilih foto lain.',
  },
  'photo-unreadable': {
    status: 415,
    title: 'Foto tidak terbaca',
    detail: 'Mohon kirim foto JPEG, PNG, atau WebP yang utuh, paling besar 10 MB.',
  },
};

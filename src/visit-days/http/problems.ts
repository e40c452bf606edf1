import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import { MOST_AT_ONCE, MOST_CHOSEN, MOST_PHOTOS } from '../domain/album.js';
import { MOST_BOXES } from '../domain/blur-boxes.js';
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
  'photos-too-many': {
    status: 413,
    title: 'Terlalu banyak foto sekaligus',
    detail: `Paling banyak ${MOST_AT_ONCE} foto dan 60 MB sekali kirim. Mohon kirim sisanya sesudah ini.`,
  },
  'album-full': {
    status: 409,
    title: 'Album sudah penuh',
    detail: `Satu kunjungan memuat paling banyak ${MOST_PHOTOS} foto. Mohon hapus foto yang tidak diperlukan lebih dahulu.`,
  },
  'album-stale': overtaken('Album kunjungan ini', ['current']),
  'album-photo-unknown': {
    status: 422,
    title: 'Foto tidak dikenal',
    detail: 'Ada foto yang tidak ada dalam album kunjungan ini. Muat ulang album, lalu ulangi.',
    expose: ['photo'],
  },
  'photo-not-cleared': {
    status: 422,
    title: 'Foto belum boleh keluar',
    detail:
      'Hanya foto yang sudah dinyatakan bebas wajah dan nama warga binaan yang dapat dipilih. ' +
      'Mohon lengkapi izinnya lebih dahulu.',
    expose: ['photo'],
  },
  'photos-chosen-too-many': {
    status: 422,
    title: 'Terlalu banyak foto pilihan',
    detail: `Paling banyak ${MOST_CHOSEN} foto pilihan. Mohon kurangi pilihannya.`,
  },
  'photo-overtaken': overtaken('Foto ini', ['current']),
  'blur-boxes': {
    status: 422,
    title: 'Kotak belum benar',
    detail: `Mohon gambar satu sampai ${MOST_BOXES} kotak yang berada di dalam foto, lebar dan tingginya lebih dari nol.`,
  },
};

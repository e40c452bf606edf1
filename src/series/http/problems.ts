import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { SeriesErrorCode } from '../domain/error-codes.js';

/** How each error of series is shown. */
export const seriesProblems: Problems<SeriesErrorCode> = {
  'series-kind-wrong': {
    status: 422,
    title: 'Hanya untuk koordinasi',
    detail:
      'Hanya pertemuan koordinasi yang dapat berulang. Pilih bentuk “Koordinasi”, atau hapus pengulangannya.',
  },
  'series-rule-misfits': {
    status: 422,
    title: 'Pengulangan belum cocok',
    detail:
      'Pengulangan itu tidak cocok dengan tanggal pertama, misalnya “Selasa pertama” untuk tanggal yang bukan Selasa pertama. Mohon perbaiki, lalu kirim kembali.',
  },
  'series-too-long': {
    status: 422,
    title: 'Rangkaian terlalu panjang',
    detail:
      'Satu rangkaian paling lama 12 bulan sejak tanggal pertamanya. Mohon pilih akhir yang lebih dekat.',
    expose: ['until'],
  },
  'series-too-short': {
    status: 422,
    title: 'Belum ada yang berulang',
    detail:
      'Sampai tanggal akhir itu tidak ada cukup pertemuan yang dapat diadakan. Mohon pilih akhir yang lebih jauh, atau ajukan satu kunjungan saja.',
    expose: ['until'],
  },
  'series-changed': overtaken('Rangkaian ini', ['current']),
  'series-step-for-nobody': {
    status: 409,
    title: 'Tidak ada tanggal untuk langkah itu',
    detail:
      'Tidak ada tanggal pada rangkaian ini yang sekarang dapat menerima langkah itu. Muat ulang, lalu pilih yang tersedia.',
  },
};

/** Database constraints that mean the same as an error. */
export const seriesConstraints = {
  series_every_check: 'series-rule-misfits',
  series_ordinal_check: 'series-rule-misfits',
  series_until_check: 'series-too-long',
} as const;

import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { UnitErrorCode } from '../domain/error-codes.js';
import { MOST_PERIODS } from '../domain/hosting-period.js';

/** How each error of units is shown. */
export const unitProblems: Problems<UnitErrorCode> = {
  'unit-changed': overtaken('Data UPT ini', ['current']),
  'regional-office-changed': overtaken('Data Kanwil ini', ['current']),
  'hosting-policy-unsound': {
    status: 422,
    title: 'Aturan penerimaan belum benar',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
  },
  'hosting-period-unsound': {
    status: 422,
    title: 'Masa belum benar',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
  },
  'hosting-periods-overlap': {
    status: 409,
    title: 'Masa bertumpuk',
    detail: 'Sebagian tanggalnya sudah termasuk masa lain. Mohon perbaiki tanggalnya, lalu simpan kembali.',
  },
  'hosting-periods-full': {
    status: 409,
    title: 'Terlalu banyak masa',
    detail: `Paling banyak ${MOST_PERIODS} masa dapat disimpan. Mohon hapus masa yang sudah lewat, lalu simpan kembali.`,
  },
  'hosting-period-changed': overtaken('Masa ini', ['current']),
  'visits-displaced': {
    status: 409,
    title: 'Ada kunjungan yang terkena',
    detail:
      'Perubahan ini mengenai kunjungan yang sudah disepakati. Belum ada yang disimpan. Periksa kunjungannya, lalu simpan kembali.',
    expose: ['displaced'],
  },
  'partner-name-empty': {
    status: 422,
    title: 'Nama belum diisi',
    detail: 'Mohon tulis nama organisasinya, lalu simpan kembali.',
  },
  'partner-is-organisation': {
    status: 409,
    title: 'Kantor ini ada dalam daftar',
    detail: 'Nama ini milik UPT, Kanwil, atau direktorat yang ada dalam daftar. Mohon pilih dari daftar.',
    expose: ['organisation'],
  },
  'organisation-name-taken': {
    status: 409,
    title: 'Nama sudah dipakai',
    detail: 'Organisasi lain sudah bernama demikian. Mohon tulis nama lain, atau gabungkan keduanya.',
  },
  'organisation-not-kept': {
    status: 422,
    title: 'Bukan direktorat atau mitra luar',
    detail: 'Di sini hanya direktorat dan mitra luar yang dikelola.',
  },
  'organisation-not-mergeable': {
    status: 422,
    title: 'Tidak dapat digabungkan',
    detail: 'Hanya dua mitra luar yang berbeda dapat digabungkan. Mohon pilih mitra lain.',
  },
  'position-unknown': {
    status: 409,
    title: 'Letak belum tercatat',
    detail: 'Mohon isi lintang dan bujur UPT ini dahulu, lalu pastikan letaknya.',
  },
  'position-incomplete': {
    status: 422,
    title: 'Koordinat belum lengkap',
    detail: 'Mohon isi lintang dan bujur keduanya, atau kosongkan keduanya, lalu simpan kembali.',
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const unitConstraints = {
  unit_position_check: 'position-incomplete',
  hosting_window_no_overlap_excl: 'hosting-policy-unsound',
  hosting_policy_capacity_check: 'hosting-policy-unsound',
  hosting_period_no_overlap_excl: 'hosting-periods-overlap',
  hosting_period_order_check: 'hosting-period-unsound',
  hosting_period_window_no_overlap_excl: 'hosting-period-unsound',
  hosting_kind_length_check: 'hosting-policy-unsound',
  hosting_kind_window_no_overlap_excl: 'hosting-policy-unsound',
} as const satisfies Record<string, UnitErrorCode>;

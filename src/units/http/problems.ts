import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { UnitErrorCode } from '../domain/error-codes.js';

/** How each error of units is shown. */
export const unitProblems: Problems<UnitErrorCode> = {
  'unit-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail: 'Data UPT ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.',
    expose: ['current'],
  },
  'regional-office-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail: 'Data Kanwil ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.',
    expose: ['current'],
  },
  'hosting-policy-unsound': {
    status: 422,
    title: 'Aturan penerimaan belum benar',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
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
} as const satisfies Record<string, UnitErrorCode>;

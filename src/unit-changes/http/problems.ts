import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { UnitChangeErrorCode } from '../domain/error-codes.js';

/** How each error of changes of units is shown. */
export const unitChangeProblems: Problems<UnitChangeErrorCode> = {
  'unit-change-unfit': {
    status: 422,
    title: 'Perubahan belum dapat dicatat',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
  },
  'unit-change-pending': {
    status: 409,
    title: 'Sudah ada yang sama',
    detail: 'Perubahan semacam ini untuk UPT itu sudah diusulkan atau sudah ditetapkan dan belum berlaku.',
  },
  'unit-change-decided': overtaken('Perubahan UPT ini', ['current']),
  'unit-change-reason-needed': {
    status: 422,
    title: 'Alasan belum diisi',
    detail: 'Mohon tuliskan alasannya, lalu kirim kembali.',
  },
  'unit-change-unseen': {
    status: 409,
    title: 'Ada kunjungan yang terkena',
    detail:
      'Perubahan ini mengenai kunjungan yang akan datang. Belum ada yang disimpan. Periksa kunjungannya, lalu simpan kembali.',
    expose: ['visits'],
  },
};

/** Database constraints that mean the same as an error. */
export const unitChangeConstraints = {
  unit_change_pending_key: 'unit-change-pending',
  unit_change_parts_check: 'unit-change-unfit',
} as const satisfies Record<string, UnitChangeErrorCode>;

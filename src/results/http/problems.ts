import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { ResultErrorCode } from '../domain/error-codes.js';
import { MOST_RESULTS } from '../domain/result-rules.js';

/** How each error of results is shown. */
export const resultProblems: Problems<ResultErrorCode> = {
  'result-changed': overtaken('Hasil ini', ['current']),
  'result-unsound': {
    status: 422,
    title: 'Isian belum benar',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
  },
  'results-full': {
    status: 409,
    title: 'Sudah banyak hasil',
    detail: `Paling banyak ${MOST_RESULTS} hasil dan ${MOST_RESULTS} produk dapat dicatat. Hapus yang tidak perlu.`,
  },
};

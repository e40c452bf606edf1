import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { LearningErrorCode } from '../domain/error-codes.js';

/** How each error of learning is shown. */
export const learningProblems: Problems<LearningErrorCode> = {
  'learning-closed': {
    status: 410,
    title: 'Jawaban sudah ditutup',
    detail: 'Jawaban dapat diisi dan diubah selama 30 hari. Sampaikan tambahan kepada narahubung kunjungan.',
  },
};

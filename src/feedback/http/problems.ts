import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { FeedbackErrorCode } from '../domain/error-codes.js';

/** How each error of feedback is shown. */
export const feedbackProblems: Problems<FeedbackErrorCode> = {
  'feedback-closed': {
    status: 410,
    title: 'Masukan sudah ditutup',
    detail: 'Masukan dapat diisi dan diubah selama 30 hari. Sampaikan tambahan kepada narahubung kunjungan.',
  },
};

import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { JobErrorCode } from '../domain/job-error.js';

export const jobProblems: Problems<JobErrorCode> = {
  'job-not-provided': {
    status: 409,
    title: 'Pekerjaan ini tidak ada lagi',
    detail:
      'Versi Sambang yang berjalan tidak lagi mengenal pekerjaan ini. Pekerjaan ini hanya dapat dibuang.',
  },
};

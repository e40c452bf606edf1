import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { ReplyErrorCode } from '../domain/reply-error.js';

export const replyProblems: Problems<ReplyErrorCode> = {
  'question-gone': {
    status: 409,
    title: 'Sudah tidak perlu dipastikan',
    detail:
      'Surat ini sudah diputuskan orang lain, pesertanya sudah menjawab sendiri, atau ada surat yang lebih baru. ' +
      'Muat ulang halaman kunjungan untuk melihat keadaannya sekarang.',
  },
};

import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { MailErrorCode } from '../domain/mail-error.js';

export const mailProblems: Problems<MailErrorCode> = {
  'mail-not-failed': {
    status: 409,
    title: 'Surat ini tidak gagal',
    detail:
      'Hanya surat yang gagal dapat dikirim ulang. Surat ini sudah terkirim, sedang menunggu, atau ditahan.',
  },
};

import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { MailErrorCode } from '../domain/mail-error.js';

export const mailProblems: Problems<MailErrorCode> = {
  'mail-not-failed': {
    status: 409,
    title: 'Surat ini tidak gagal',
    detail:
      'Hanya surat yang gagal dapat dikirim ulang. Surat ini sudah terkirim, sedang menunggu, atau ditahan.',
  },
  'mail-overtaken': {
    status: 409,
    title: 'Surat ini sudah tersusul',
    detail:
      'Kunjungannya batal, penerimanya tidak lagi ikut, atau ada surat yang lebih baru. Silakan buka daftar surat kunjungannya.',
  },
  'mail-redacted': {
    status: 409,
    title: 'Tautan di surat ini sudah dihapus',
    detail:
      'Tautan rahasia di surat ini sudah dihapus dari simpanan, jadi surat ini tidak dapat dikirim ulang. Buatlah tautan yang baru.',
  },
};

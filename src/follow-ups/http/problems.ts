import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { FollowUpErrorCode } from '../domain/error-codes.js';

/** How each error of follow-ups is shown. */
export const followUpProblems: Problems<FollowUpErrorCode> = {
  'follow-up-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail: 'Tindak lanjut ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.',
    expose: ['current'],
  },
  'follow-up-step-not-allowed': {
    status: 409,
    title: 'Langkah tidak dapat diambil',
    detail:
      'Tindak lanjut tidak dapat berpindah ke keadaan itu. Muat ulang, lalu pilih keadaan yang tersedia.',
    expose: ['state'],
  },
  'evidence-needed': {
    status: 422,
    title: 'Bukti belum diisi',
    detail: 'Mohon isi bukti pelaksanaannya, misalnya tautan foto atau nomor laporan, lalu simpan kembali.',
  },
  'drop-reason-needed': {
    status: 422,
    title: 'Alasan belum diisi',
    detail: 'Mohon tuliskan mengapa tindak lanjut ini tidak diteruskan, lalu simpan kembali.',
  },
  'follow-up-unit-elsewhere': {
    status: 422,
    title: 'UPT tidak ikut dalam kunjungan',
    detail: 'Penanggung jawab adalah UPT tamu atau UPT tujuan kunjungan ini. Silakan pilih salah satunya.',
    expose: ['unit'],
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const followUpConstraints = {
  follow_up_done_check: 'evidence-needed',
  follow_up_dropped_check: 'drop-reason-needed',
} as const satisfies Record<string, FollowUpErrorCode>;

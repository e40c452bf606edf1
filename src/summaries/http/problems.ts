import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { SummaryErrorCode } from '../domain/error-codes.js';

/** How each error of summaries is shown. */
export const summaryProblems: Problems<SummaryErrorCode> = {
  'summary-changed': overtaken('Ringkasan ini', ['current']),
  'summary-not-open': {
    status: 409,
    title: 'Ringkasan belum dapat ditulis',
    detail: 'Ringkasan ditulis untuk kunjungan yang telah dikonfirmasi atau dilaksanakan.',
    expose: ['state'],
  },
  'summary-empty': {
    status: 422,
    title: 'Ringkasan masih kosong',
    detail:
      'Mohon isi hasil, keputusan, atau catatan kunjungan, atau centang catatan dan foto, lalu terbitkan kembali.',
  },
  'summary-entry-missing': {
    status: 422,
    title: 'Catatan atau foto tidak dapat dimuat',
    detail:
      'Salah satu catatan atau foto yang dicentang sudah dihapus, atau fotonya belum boleh keluar. Isian Anda masih ada; mohon periksa centangnya, lalu simpan kembali.',
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const summaryConstraints = {
  summary_entry_cleared_check: 'summary-entry-missing',
  summary_entry_visit_id_entry_id_fkey: 'summary-entry-missing',
} as const satisfies Record<string, SummaryErrorCode>;

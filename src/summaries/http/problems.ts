import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { SummaryErrorCode } from '../domain/error-codes.js';

/** How each error of summaries is shown. */
export const summaryProblems: Problems<SummaryErrorCode> = {
  'summary-changed': {
    status: 409,
    title: 'Sudah berubah',
    detail:
      'Ringkasan ini baru saja diubah orang lain. Muat ulang, gabungkan tulisan Anda, lalu simpan kembali.',
    expose: ['current'],
  },
  'summary-not-open': {
    status: 409,
    title: 'Ringkasan belum dapat ditulis',
    detail: 'Ringkasan ditulis untuk kunjungan yang telah dikonfirmasi atau dilaksanakan.',
    expose: ['state'],
  },
  'summary-empty': {
    status: 422,
    title: 'Ringkasan masih kosong',
    detail: 'Mohon isi hasil, keputusan, atau catatan kunjungan, lalu terbitkan kembali.',
  },
};

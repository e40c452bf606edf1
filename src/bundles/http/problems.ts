import type { Problems } from '../../platform/errors/problem-catalog.js';
import { BUNDLE_DAYS } from '../domain/bundle.js';
import type { BundleErrorCode } from '../domain/error-codes.js';

/** How each error of bundles is shown. */
export const bundleProblems: Problems<BundleErrorCode> = {
  'bundle-under-way': {
    status: 409,
    title: 'Bundel lain sedang disusun',
    detail:
      'Kantor Anda masih menyusun satu bundel. Mohon tunggu sampai selesai, atau hapus yang itu lebih dahulu.',
  },
  'bundle-unfinished': {
    status: 409,
    title: 'Bundel belum selesai',
    detail: 'Bundel ini masih disusun. Mohon tunggu sampai selesai.',
  },
  'bundle-gone': {
    status: 410,
    title: 'Berkas bundel sudah tidak ada',
    detail: `Berkas bundel disimpan ${BUNDLE_DAYS} hari. Mohon susun bundel baru.`,
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const bundleConstraints = {
  bundle_under_way_idx: 'bundle-under-way',
} as const satisfies Record<string, BundleErrorCode>;

import { AppError } from '../../platform/errors/app-error.js';

/** Why a bundle is not made or given. */
export type BundleErrorCode = 'bundle-under-way' | 'bundle-unfinished' | 'bundle-gone';

export class BundleError extends AppError<BundleErrorCode> {}

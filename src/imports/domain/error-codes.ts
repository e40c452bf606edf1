import { AppError } from '../../platform/errors/app-error.js';

/** Why a file is not imported. */
export type ImportErrorCode =
  | 'import-file-missing'
  | 'import-unreadable'
  | 'import-too-large'
  | 'import-columns-missing'
  | 'import-empty'
  | 'import-begun';

export class ImportError extends AppError<ImportErrorCode> {}

import { AppError } from '../../platform/errors/app-error.js';

/** Why a unit or a regional office cannot be changed. */
export type UnitErrorCode =
  'unit-changed' | 'regional-office-changed' | 'hosting-policy-unsound' | 'position-incomplete';

export class UnitError extends AppError<UnitErrorCode> {}

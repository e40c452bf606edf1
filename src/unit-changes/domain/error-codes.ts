import { AppError } from '../../platform/errors/app-error.js';

/** Why a change of a unit is not made. */
export type UnitChangeErrorCode =
  | 'unit-change-unfit'
  | 'unit-change-pending'
  | 'unit-change-decided'
  | 'unit-change-reason-needed'
  | 'unit-change-unseen';

export class UnitChangeError extends AppError<UnitChangeErrorCode> {}

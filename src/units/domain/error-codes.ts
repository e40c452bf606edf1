import { AppError } from '../../platform/errors/app-error.js';

/** Why a unit or a regional office cannot be changed. */
export type UnitErrorCode =
  | 'unit-changed'
  | 'regional-office-changed'
  | 'hosting-policy-unsound'
  | 'hosting-period-unsound'
  | 'hosting-periods-overlap'
  | 'hosting-periods-full'
  | 'hosting-period-changed'
  | 'position-incomplete'
  | 'position-unknown'
  | 'visits-displaced'
  | 'partner-name-empty'
  | 'partner-is-organisation'
  | 'organisation-name-taken'
  | 'organisation-not-kept'
  | 'organisation-not-mergeable';

export class UnitError extends AppError<UnitErrorCode> {}

import { AppError } from '../../platform/errors/app-error.js';

/** Why a trip does not do what somebody asked. */
export type TripErrorCode =
  | 'trip-legs-overlap'
  | 'trip-leg-unreachable'
  | 'trip-too-few-legs'
  | 'trip-too-many-legs'
  | 'trip-changed'
  | 'trip-member-twice'
  | 'trip-leg-fixed';

export class TripError extends AppError<TripErrorCode> {}

import { AppError } from '../../platform/errors/app-error.js';

/** Why something about a press text or a quote cannot be done. */
export type PressErrorCode =
  | 'press-changed'
  | 'press-empty'
  | 'press-not-open'
  | 'press-not-ready'
  | 'press-point-unknown'
  | 'press-step-impossible'
  | 'quote-changed'
  | 'quote-closed'
  | 'quote-empty'
  | 'quote-unreachable'
  | 'quote-links-full';

export class PressError extends AppError<PressErrorCode> {}

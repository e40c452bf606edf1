import { AppError } from '../../platform/errors/app-error.js';

/** Why something about papers cannot be done. */
export type PaperErrorCode =
  | 'office-papers-changed'
  | 'number-pattern-unsound'
  | 'emblem-unreadable'
  | 'signer-changed'
  | 'signer-unsound'
  | 'signers-overlap'
  | 'signers-full'
  | 'letter-changed'
  | 'letter-sent'
  | 'letter-number-kept'
  | 'number-pattern-missing'
  | 'nobody-attended'
  | 'copy-missing'
  | 'copy-unknown'
  | 'copy-mixed'
  | 'copy-too-large'
  | 'copy-photo-unreadable'
  | 'copy-kept'
  | 'template-unreadable'
  | 'template-foreign'
  | 'template-unsound'
  | 'templates-full';

export class PaperError extends AppError<PaperErrorCode> {}

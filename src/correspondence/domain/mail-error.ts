import { AppError } from '../../platform/errors/app-error.js';

/** Why a mail is not sent again. */
export type MailErrorCode = 'mail-not-failed' | 'mail-redacted' | 'mail-overtaken';

export class MailError extends AppError<MailErrorCode> {}

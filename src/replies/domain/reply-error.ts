import { AppError } from '../../platform/errors/app-error.js';

export type ReplyErrorCode = 'question-gone';

export class ReplyError extends AppError<ReplyErrorCode> {}

import { AppError } from '../../platform/errors/app-error.js';

/** Why feedback is not taken. */
export type FeedbackErrorCode = 'feedback-closed';

export class FeedbackError extends AppError<FeedbackErrorCode> {}

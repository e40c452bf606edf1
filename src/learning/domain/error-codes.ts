import { AppError } from '../../platform/errors/app-error.js';

/** Why an answer is not taken. */
export type LearningErrorCode = 'learning-closed';

export class LearningError extends AppError<LearningErrorCode> {}

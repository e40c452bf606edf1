import { AppError } from '../../platform/errors/app-error.js';

/** Why a failed job is not run again. */
export type JobErrorCode = 'job-not-provided';

export class JobError extends AppError<JobErrorCode> {}

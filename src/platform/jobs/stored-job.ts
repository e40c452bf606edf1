import type { JobRun } from './run-job.js';

/** A job to be stored. */
export interface NewJob {
  key: string | null;
  payload: object;
  /** Not before this instant, or this many seconds from now. */
  startAfter: Date | number;
}

/** A job that this process holds. */
export interface HeldJob {
  id: string;
  data: object;
  /** How often it was tried before. */
  retryCount: number;
}

/** A held job as it is run. */
export const runOf = ({ id, data, retryCount }: HeldJob): JobRun => ({
  id,
  attempt: retryCount + 1,
  payload: data,
});

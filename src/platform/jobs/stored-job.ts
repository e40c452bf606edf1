import type { JobRun } from './run-job.js';

/** A job to be stored. */
export interface QueuedJob {
  name: string;
  /** What wakes its workers. */
  topic: string;
  key: string | null;
  payload: object;
  /** Not before this instant, or this many seconds from now. */
  startAfter: Date | number;
}

/** A job that this process holds. */
export interface HeldJob {
  id: string;
  /** The payload as it is stored; see `payloadOf`. */
  data: object | null;
  /** How often it was tried before. */
  retryCount: number;
}

/** Where a stored payload names the request or job that the job comes from. */
const FROM = '$from';

/** A payload as it is stored. */
export const storedPayload = (payload: object, reference: string | undefined): object =>
  reference === undefined ? payload : { ...payload, [FROM]: reference };

/** What was stored: the payload, and the reference it came with. */
export function payloadOf(data: object | null): { payload: object; reference: string | null } {
  const { [FROM]: reference = null, ...payload } = (data ?? {}) as Record<string, unknown>;
  return { payload, reference: typeof reference === 'string' ? reference : null };
}

/** A held job as it is run. */
export const runOf = ({ id, data, retryCount }: HeldJob): JobRun => ({
  id,
  attempt: retryCount + 1,
  ...payloadOf(data),
});

import type { DeadJob } from '../../platform/jobs/dead-jobs.js';
import type { JobCount } from '../../platform/jobs/job-counts.js';
import { payloadText } from '../../platform/jobs/payload-text.js';

/** What one queue holds; seconds are whole. */
export function presentJobCount({ name, waiting, active, failed, oldestSeconds, isProvided }: JobCount) {
  return { name, waiting, active, failed, oldestSeconds, isProvided };
}

/** A job that failed for good; of its payload only what tells nobody's name, address or secret. */
export function presentFailedJob({ id, name, payload, error, tries, storedAt, failedAt }: DeadJob) {
  return {
    id,
    name,
    payload: payloadText(payload),
    error: error.message,
    stack: error.stack,
    tries,
    storedAt: storedAt.toISOString(),
    failedAt: failedAt.toISOString(),
  };
}

import type { DeadJob } from '../../platform/jobs/dead-jobs.js';
import type { JobCount } from '../../platform/jobs/job-counts.js';
import { payloadText } from '../../platform/jobs/payload-text.js';
import type { FailedJobView, JobCountView } from './jobs.view.js';

/** What one queue holds; seconds are whole. */
export function presentJobCount({
  name,
  waiting,
  active,
  failed,
  oldestSeconds,
  isProvided,
}: JobCount): JobCountView {
  return { name, waiting, active, failed, oldestSeconds, isProvided };
}

/** A job that failed for good; of its payload only what tells nobody's name, address or secret. */
export function presentFailedJob({
  id,
  name,
  payload,
  error,
  tries,
  storedAt,
  failedAt,
}: DeadJob): FailedJobView {
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

import { Instant, listOf, pageOf, Uuid, Whole } from '../../platform/http/view-fields.js';

/** What one queue holds. */
export class JobCountView {
  name: string;

  @Whole()
  waiting: number;

  @Whole()
  active: number;

  @Whole()
  failed: number;

  /** How long the oldest has been due. */
  @Whole()
  oldestSeconds: number | null;

  /** Whether this program knows the job. */
  isProvided: boolean;
}

export class JobCountList extends listOf(JobCountView) {}

/** A job that failed for good; of its payload only what tells nobody's name, address or secret. */
export class FailedJobView {
  @Uuid()
  id: string;

  name: string;
  payload: string;
  error: string;
  stack: string | null;

  @Whole()
  tries: number;

  @Instant()
  storedAt: string;

  @Instant()
  failedAt: string;
}

export class FailedJobPage extends pageOf(FailedJobView) {}

export class RunAgainView {
  /** How many run again. */
  @Whole()
  count: number;
}

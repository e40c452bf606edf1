import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';
import { underReference } from '../log/reference.js';
import type { RegisteredJob } from './job-registry.js';
import { payloadText } from './payload-text.js';

const LONGEST_SECONDS = 300;

/** One try of one job. */
export interface JobRun {
  /** Id of the stored job; what started it (`cron`, `wake`) when none is stored. */
  id: string;
  /** 1 for the first try. */
  attempt: number;
  payload: unknown;
  /** Reference of the request or job that it comes from; its own id else. */
  reference?: string | null;
}

/** A try that failed. */
export interface JobFailure {
  name: string;
  id: string;
  attempt: number;
  error: Error;
}

/** Seconds a run of a job may take. */
export const longestSeconds = (job: RegisteredJob): number => job.longestSeconds ?? LONGEST_SECONDS;

/** The one place where a job's handler is called: in a context of its own, watched, and told in the log. */
@Injectable()
export class RunJob {
  private readonly logger = new Logger('jobs');

  constructor(private readonly database: Database) {}

  /** Runs a job once. @returns why it failed, or null */
  run(job: RegisteredJob, run: JobRun): Promise<JobFailure | null> {
    return underReference(run.reference ?? run.id, () => this.tryOnce(job, run));
  }

  private async tryOnce(job: RegisteredJob, { id, attempt, payload }: JobRun): Promise<JobFailure | null> {
    const what = `${job.name} ${id} attempt ${attempt}`;
    const started = performance.now();
    const duration = (): string => `${Math.round(performance.now() - started)} ms`;
    this.logger.debug(`${what} starts with ${payloadText(payload)}`);
    try {
      await within(longestSeconds(job), () => this.database.inBackground(() => job.handler.handle(payload)));
      this.logger.debug(`${what} done in ${duration()}`);
      return null;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      this.logger.error(
        `${what} failed after ${duration()} with ${payloadText(payload)}: ${error.message}`,
        error.stack,
      );
      return { name: job.name, id, attempt, error };
    }
  }
}

/** Waits for work, but not longer than so many seconds; what is still running then runs on unwatched. */
async function within(seconds: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`ran longer than ${seconds} seconds`));
    }, seconds * 1000);
  });
  try {
    await Promise.race([work(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

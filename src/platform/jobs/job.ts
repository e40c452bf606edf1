import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

export const JOB = 'sambang:job';

/** What features announce: name and payload. Each feature adds its own by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Announcements {}

interface JobBasics<Payload> {
  /** Name of the queue, `<feature>.<what>`. */
  name: string;
  /** Announcements that store this job. */
  on?: readonly (keyof Announcements)[];
  /** Topic of `Wake` that runs this job in every process that works jobs, without a stored job. */
  wokenBy?: string;
  /**
   * What the job is about, from its whole payload. Jobs of one key never run side by side, in whatever process,
   * and while one waits, a second is not stored. Without it every job stands for itself.
   */
  key?(payload: Payload): string;
  /** How many run side by side in one process; 4 unless said. */
  concurrency?: number;
  /** Seconds after which a run counts as failed though its process lives; 300 unless said. */
  longestSeconds?: number;
}

/** What becomes of a run that was missed while no process worked: it is made up for once, until then, or left out, and why. */
export type MissedRun = { caughtUpUntil: string } | { leftOut: string };

/**
 * A job that runs by itself at a five-field cron expression, in Western Indonesian Time, says why it is one task `alone`:
 * what goes through rows is a `Sweep`, so that one bad row stops no other. It says what becomes of a run that was missed.
 */
export type JobDefinition<Payload = unknown> = JobBasics<Payload> &
  ({ cron: string; alone: string; missed: MissedRun } | { cron?: never; alone?: never; missed?: never });

/** What happens later. It may run twice, so it must be idempotent; its payload is plain JSON that names things by id. */
export interface JobHandler<Payload = unknown> {
  handle(payload: Payload): Promise<void>;
}

/** Makes a class a job: found by itself wherever a module provides it. */
export const Job = <Payload = unknown>(definition: JobDefinition<Payload>): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(JOB, definition));

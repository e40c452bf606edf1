import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

export const JOB = 'sambang:job';

/** What features announce: name and payload. Each feature adds its own by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Announcements {}

export interface JobDefinition<Payload = unknown> {
  /** Name of the queue, `<feature>.<what>`. */
  name: string;
  /** Announcements that store this job. */
  on?: readonly (keyof Announcements)[];
  /** Five-field cron expression, in Western Indonesian Time, of a job that also runs by itself. */
  cron?: string;
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

/** What happens later. It may run twice, so it must be idempotent; its payload is plain JSON that names things by id. */
export interface JobHandler<Payload = unknown> {
  handle(payload: Payload): Promise<void>;
}

/** Makes a class a job: found by itself wherever a module provides it. */
export const Job = <Payload = unknown>(definition: JobDefinition<Payload>): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(JOB, definition));

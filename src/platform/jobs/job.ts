import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

export const JOB = 'sambang:job';

/** What features announce: name and payload. Each feature adds its own by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Announcements {}

export interface JobDefinition {
  /** Name of the queue, `<feature>.<what>`. */
  name: string;
  /** Announcements that store this job. */
  on?: readonly (keyof Announcements)[];
  /** Five-field cron expression, in Western Indonesian Time, of a job that also runs by itself. */
  cron?: string;
}

/** What happens later. It may run twice, so it must be idempotent; its payload is plain JSON. */
export interface JobHandler<Payload = unknown> {
  handle(payload: Payload): Promise<void>;
}

/** Makes a class a job: found by itself wherever a module provides it. */
export const Job = (definition: JobDefinition): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(JOB, definition));

import { Injectable } from '@nestjs/common';
import type { Announcements } from './job.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';

/** Tells whoever listens what happened: a job for each, stored in the same transaction as its cause. */
@Injectable()
export class Announcer {
  constructor(
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
  ) {}

  /** Who hears several of the announcements gets one job. */
  async announce<Name extends keyof Announcements>(
    names: Name | readonly Name[],
    payload: Announcements[Name],
  ): Promise<void> {
    const listeners = [names].flat().flatMap((name) => this.registry.listeningTo(name));
    const jobs = [...new Set(listeners)];
    await this.queue.sendEach(jobs.map(({ name }) => ({ name, payload: payload as object })));
  }
}

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

  async announce<Name extends keyof Announcements>(name: Name, payload: Announcements[Name]): Promise<void> {
    for (const job of this.registry.listeningTo(name)) await this.queue.send(job.name, payload as object);
  }
}

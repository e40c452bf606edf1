import { Injectable } from '@nestjs/common';
import type { Announcements } from './job.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';

/** What is told of something that happened, under all names by which somebody listens to it. */
export interface Announcement {
  names: readonly (keyof Announcements)[];
  payload: object;
}

export const announcementOf = <Name extends keyof Announcements>(
  names: readonly Name[],
  payload: Announcements[Name],
): Announcement => ({ names, payload: payload as object });

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
    await this.announceEach([{ names: [names].flat(), payload: payload as object }]);
  }

  /** Several, each for itself, by one statement. */
  async announceEach(announcements: readonly Announcement[]): Promise<void> {
    const jobs = announcements.flatMap(({ names, payload }) => {
      const listeners = names.flatMap((name) => this.registry.listeningTo(name));
      return [...new Set(listeners)].map(({ name }) => ({ name, payload }));
    });
    await this.queue.sendEach(jobs);
  }
}

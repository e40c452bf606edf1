import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobCounts } from '../../platform/jobs/job-counts.js';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { durationText, JOBS_PATH } from './job-words.js';

/** Seconds after which a job that waits is worth a word. */
const LATE = 600;

/** Tells the administrator on the start page of jobs that failed, or that wait too long. */
@Injectable()
export class JobTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly counts: JobCounts,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor) => this.find(actor));
  }

  private async find(actor: Actor): Promise<WaitingTask[]> {
    if (!can(actor, 'system.watch')) return [];
    const { failed, oldestSeconds } = await this.counts.health();
    const tasks: WaitingTask[] = [];
    if (failed > 0)
      tasks.push({
        href: `${JOBS_PATH}#gagal`,
        icon: 'alert',
        title: `Periksa ${failed} pekerjaan sistem yang gagal`,
        detail: 'Setiap pekerjaan sudah dicoba berulang kali dan tidak akan dicoba lagi dengan sendirinya.',
        due: null,
      });
    if (oldestSeconds > LATE)
      tasks.push({
        href: JOBS_PATH,
        icon: 'clock',
        title: 'Periksa antrean pekerjaan sistem',
        detail: `Yang paling lama sudah menunggu ${durationText(oldestSeconds)}.`,
        due: null,
      });
    return tasks;
  }
}

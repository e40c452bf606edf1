import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { MailsThatWait } from '../queries/mails-that-wait.js';
import { formatMoment } from '../../platform/text/dates.js';

/** Tells the administrator on the start page that mails do not leave, or were given up for that. */
@Injectable()
export class MailTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly trouble: MailsThatWait,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor) => this.find(actor));
  }

  private async find(actor: Actor): Promise<WaitingTask[]> {
    if (!can(actor, 'mails.oversee')) return [];
    const { outages, waiting, givenUpForUs } = await this.trouble.execute();
    const tasks = outages.map(({ domain, since, words }): WaitingTask => ({
      href: '/surat',
      icon: 'mail',
      title:
        domain === null
          ? `Periksa server surel: ${waiting} surat menunggu`
          : `Periksa surel ke ${domain}: surat kita ditolak`,
      detail: `Sejak ${formatMoment(since, actor.timeZone)}: ${words}`,
      dueAt: since,
    }));
    if (givenUpForUs === 0) return tasks;
    const again: WaitingTask = {
      href: '/surat?state=failed',
      icon: 'mail',
      title: `Kirim ulang ${givenUpForUs} surat yang gagal karena server surel`,
      detail: 'Perbaiki dahulu sebabnya, lalu kirim ulang semuanya sekaligus.',
      dueAt: null,
    };
    return [...tasks, again];
  }
}

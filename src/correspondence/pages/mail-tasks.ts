import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { outageProblem } from '../../platform/mail/delivery-words.js';
import { MailChecks, type MailCheck } from '../../platform/mail-checks/mail-checks.js';
import { mailCheckNameWords } from './mail-checks-page.js';
import { MailsThatWait } from '../queries/mails-that-wait.js';
import { formatMoment } from '../../platform/text/dates.js';

/** Tells the administrator on the start page that mails do not leave, were given up for that, or that a check found why they will not. */
@Injectable()
export class MailTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly trouble: MailsThatWait,
    private readonly checks: MailChecks,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor) => this.find(actor));
  }

  private async find(actor: Actor): Promise<WaitingTask[]> {
    if (!can(actor, 'mails.oversee')) return [];
    const { outages, waiting, givenUpForUs, returnedForUs } = await this.trouble.execute();
    const tasks = outages.map(({ domain, since, words }): WaitingTask => ({
      href: '/surat',
      icon: 'mail',
      title:
        domain === null
          ? `Periksa server surel: ${waiting} surat menunggu`
          : `Periksa surel ke ${domain}: surat kita ditolak`,
      detail: `Sejak ${formatMoment(since, actor.timeZone)}: ${outageProblem(domain, words)} (${words})`,
      due: { last: since, zone: actor.timeZone },
    }));
    const failed = { href: '/surat?state=failed', icon: 'mail', due: null } as const;
    const again: WaitingTask = {
      ...failed,
      title: `Kirim ulang ${givenUpForUs} surat yang gagal karena server surel`,
      detail: 'Perbaiki dahulu sebabnya, lalu kirim ulang semuanya sekaligus.',
    };
    const returned: WaitingTask = {
      ...failed,
      title: `Periksa ${returnedForUs} surat yang kembali: server penerimanya menolak surat kita`,
      detail: 'Biasanya alamat server kita masuk daftar hitam, atau SPF dan DKIM belum benar.',
    };
    const isServerOut = outages.some(({ domain }) => domain === null);
    const checks = (await this.checks.all()).filter(({ state }) => state === 'bad');
    return [
      ...tasks,
      ...(givenUpForUs > 0 ? [again] : []),
      ...(returnedForUs > 0 ? [returned] : []),
      ...checks.filter(({ name }) => !(name === 'smtp' && isServerOut)).map(taskOf),
    ];
  }
}

const taskOf = ({ name, words }: MailCheck): WaitingTask => ({
  href: '/surat/pemeriksaan',
  icon: 'mail',
  title: `Perbaiki surel: ${mailCheckNameWords[name]}`,
  detail: words,
  due: null,
});

import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../../platform/clock/clock.js';
import { MailOutages, SERVER_SCOPE } from '../../platform/mail/mail-outages.js';
import { MailChecks } from '../../platform/mail-checks/mail-checks.js';
import { Metrics } from '../../platform/metrics/metrics.js';

/** Whether mails can leave and answers come, as it is told at each scrape. */
@Injectable()
export class MailGauges {
  private readonly lasting: Gauge<'scope'>;
  private readonly ok: Gauge<'check'>;

  constructor(
    { registry }: Metrics,
    private readonly outages: MailOutages,
    private readonly checks: MailChecks,
    private readonly clock: Clock,
  ) {
    const registers = [registry];
    this.lasting = new Gauge({
      name: 'sambang_mail_outage_seconds',
      help: 'How long mails to a domain, or all of them (scope *), have not been able to leave',
      labelNames: ['scope'],
      registers,
    });
    this.ok = new Gauge({
      name: 'sambang_mail_check_ok',
      help: '0 when a check of sending or receiving last found what has to be mended; left out where nothing is known',
      labelNames: ['check'],
      registers,
    });
  }

  reset(): void {
    this.lasting.reset();
    this.ok.reset();
  }

  async count(): Promise<void> {
    const [outages, checks] = await Promise.all([this.outages.all(), this.checks.all()]);
    for (const { domain, since } of outages) {
      const seconds = (this.clock.now().getTime() - since.getTime()) / 1000;
      this.lasting.set({ scope: domain ?? SERVER_SCOPE }, seconds);
    }
    for (const { name: check, state } of checks) {
      if (state !== 'unknown' && state !== 'off') this.ok.set({ check }, Number(state !== 'bad'));
    }
  }
}

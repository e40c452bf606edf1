import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Readiness } from '../../platform/database/readiness.js';
import { IncidentLog } from '../../platform/errors/incident-log.js';
import { JobCounts } from '../../platform/jobs/job-counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { MailGauges } from './mail-gauges.js';

/** What is counted at each scrape: readiness, the jobs of every queue, and whether mails can leave. */
@Injectable()
export class Gauges {
  private readonly ready: Gauge;
  private readonly jobs: Gauge<'queue' | 'state'>;
  private readonly oldest: Gauge<'queue'>;

  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly counts: JobCounts,
    private readonly mails: MailGauges,
    private readonly incidents: IncidentLog,
  ) {
    const registers = [metrics.registry];
    this.ready = new Gauge({ name: 'sambang_ready', help: '1 when /health/ready says 200', registers });
    this.jobs = new Gauge({
      name: 'sambang_jobs',
      help: 'Stored jobs; failed ones are dead letters: they failed at their last try',
      labelNames: ['queue', 'state'],
      registers,
    });
    this.oldest = new Gauge({
      name: 'sambang_job_oldest_due_seconds',
      help: 'How long the longest waiting job of a queue has been due',
      labelNames: ['queue'],
      registers,
    });
  }

  /** All series as text (Prometheus' exposition format); what the database would tell is left out while it is away. */
  async read(): Promise<{ contentType: string; text: string }> {
    const { registry } = this.metrics;
    for (const gauge of [this.jobs, this.oldest, this.mails]) gauge.reset();
    const isReady = (await this.readiness.trouble()) === null;
    this.ready.set(Number(isReady));
    if (isReady) await this.count().catch((error: unknown) => this.incidents.report(error, 'metrics'));
    return { contentType: registry.contentType, text: await registry.metrics() };
  }

  private async count(): Promise<void> {
    const [counts] = await Promise.all([this.counts.execute(), this.mails.count()]);
    for (const { name: queue, waiting, active, failed, oldestSeconds } of counts) {
      for (const [state, count] of Object.entries({ waiting, active, failed })) {
        this.jobs.set({ queue, state }, count);
      }
      this.oldest.set({ queue }, oldestSeconds ?? 0);
    }
  }
}

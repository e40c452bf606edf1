import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { summaryDeadline } from '../domain/due-summary.js';
import { summaryReminder } from '../domain/summary-mail.js';
import { SummaryWriters } from '../queries/summary-writers.js';
import { VisitsWithoutSummary } from '../queries/visits-without-summary.js';
import { PublishSummary } from './publish-summary.js';
import { SummarisedVisits } from './summarised-visits.js';

/** What a chase needs beside the list of visits. */
@Injectable()
export class SummaryReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly visits: SummarisedVisits,
    private readonly writers: SummaryWriters,
  ) {}

  /** Reminds each writer once and in the writer's own working hours, however often it runs: the mail's key is stored once. */
  async remind(visitId: string, deadline: Date, now: Date, isHoliday: IsHoliday): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    for (const { name, email, timeZone } of await this.writers.ofVisit(visitId)) {
      if (!workingMoment(now, timeZone, isHoliday)) continue;
      await this.outbox.post({
        key: `summary-reminder:${visitId}:${email}`,
        stream: visitId,
        to: { name, email },
        ...summaryReminder(name, visit.shown, deadline),
      });
    }
  }
}

/** Reminds of summaries that are missing, and publishes by itself what nobody published in time. */
@Injectable()
export class ChaseSummaries {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly missing: VisitsWithoutSummary,
    private readonly reminders: SummaryReminders,
    private readonly publish: PublishSummary,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    for (const visit of await this.missing.execute(now)) {
      const deadline = summaryDeadline(visit.endsAt, visit.timeZone, isHoliday);
      if (deadline <= now) await this.publish.bySystem(visit.id);
      else await this.reminders.remind(visit.id, deadline, now, isHoliday);
    }
  }
}

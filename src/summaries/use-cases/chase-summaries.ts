import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { localDate } from '../../platform/text/dates.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { UnitFacts } from '../../units/index.js';
import { summaryDeadline } from '../domain/due-summary.js';
import { summaryReminder } from '../domain/summary-mail.js';
import { SummaryWriters } from '../queries/summary-writers.js';
import { VisitsWithoutSummary, type VisitWithoutSummary } from '../queries/visits-without-summary.js';
import { PublishSummary } from './publish-summary.js';
import { SummarisedVisits } from './summarised-visits.js';

/** Longest run of days in which two working days are looked for. */
const HORIZON_DAYS = 31;

/** What a chase needs beside the list of visits. */
@Injectable()
export class SummaryReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly visits: SummarisedVisits,
    private readonly writers: SummaryWriters,
  ) {}

  /** Reminds each writer once, however often it runs: the mail's key is stored once. */
  async remind(visitId: string, deadline: Date): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    for (const { name, email } of await this.writers.ofVisit(visitId)) {
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
    for (const visit of await this.missing.execute(now)) {
      const deadline = await this.deadlineOf(visit);
      if (deadline <= now) await this.publish.bySystem(visit.id);
      else await this.reminders.remind(visit.id, deadline);
    }
  }

  private async deadlineOf({ hostUnit, endsAt, timeZone }: VisitWithoutSummary): Promise<Date> {
    const from = localDate(endsAt, timeZone);
    const facts = await this.units.hostingFacts(hostUnit, from, addDays(from, HORIZON_DAYS));
    const holidays = new Set(facts?.holidays.map(({ date }) => date));
    return summaryDeadline(endsAt, timeZone, (date) => holidays.has(date));
  }
}

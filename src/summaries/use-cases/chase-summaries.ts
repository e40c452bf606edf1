import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { summaryDeadline } from '../domain/due-summary.js';
import { summaryReminder } from '../domain/summary-mail.js';
import { SummaryWriters, type SummaryWriter } from '../queries/summary-writers.js';
import { VisitsWithoutSummary, type VisitWithoutSummary } from '../queries/visits-without-summary.js';
import { PublishSummary } from './publish-summary.js';
import { SummarisedVisits } from './summarised-visits.js';

const keyOf = (visitId: string, email: string): string => `summary-reminder:${visitId}:${email}`;

/** Reminds of a summary that is missing. */
@Injectable()
export class SummaryReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly visits: SummarisedVisits,
    private readonly writers: SummaryWriters,
  ) {}

  writersOf(visitIds: readonly string[]): Promise<ReadonlyMap<string, SummaryWriter[]>> {
    return this.writers.ofVisits(visitIds);
  }

  /** Reminds each writer once and in the writer's own working hours, however often it runs: the mail's key is stored once. */
  async remind(visitId: string, deadline: Date, now: Date, isHoliday: IsHoliday): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    for (const { name, email } of atWork(await this.writers.ofVisit(visitId), now, isHoliday)) {
      await this.outbox.post({
        key: keyOf(visitId, email),
        stream: visitId,
        bulk: 'reminder',
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
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly missing: VisitsWithoutSummary,
    private readonly reminders: SummaryReminders,
    private readonly publish: PublishSummary,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const visits = await this.missing.execute(now, range);
    const writers = await this.reminders.writersOf(visits.map(({ id }) => id));
    return visits.map((visit) => ({
      key: visit.id,
      due: () => {
        if (deadlineOf(visit, isHoliday) <= now) return [];
        const reached = atWork(writers.get(visit.id) ?? [], now, isHoliday);
        return reached.length > 0 ? reached.map(({ email }) => keyOf(visit.id, email)) : null;
      },
    }));
  }

  async one(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const isHoliday = await this.units.holidaysAround(now);
      const [visit] = await this.missing.execute(now, onlyOf(visitId));
      if (!visit) return;
      const deadline = deadlineOf(visit, isHoliday);
      if (deadline <= now) await this.publish.bySystem(visitId);
      else await this.reminders.remind(visitId, deadline, now, isHoliday);
    });
  }
}

const deadlineOf = ({ endsAt, timeZone }: VisitWithoutSummary, isHoliday: IsHoliday): Date =>
  summaryDeadline(endsAt, timeZone, isHoliday);

const atWork = (writers: readonly SummaryWriter[], now: Date, isHoliday: IsHoliday): SummaryWriter[] =>
  writers.filter(({ timeZone }) => workingMoment(now, timeZone, isHoliday));

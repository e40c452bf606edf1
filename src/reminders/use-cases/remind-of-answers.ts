import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitFacts } from '../../units/index.js';
import { dueAnswerReminder } from '../domain/officer-reminder.js';
import { hostLinkMail, IssueHostLink } from '../../visits/index.js';
import { answerReminder, type RemindedVisit } from '../domain/reminder-mail.js';
import { RemindedVisits, type UnansweredVisit } from '../queries/reminded-visits.js';
import { UnitReaders } from '../queries/unit-readers.js';
import { PostReminder, reminderKey } from './post-reminder.js';

/** Reminds the people of a unit of a request or a proposal that waits for their answer. */
@Injectable()
export class RemindOfAnswers {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: RemindedVisits,
    private readonly readers: UnitReaders,
    private readonly post: PostReminder,
    private readonly links: IssueHostLink,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const visits = await this.visits.unanswered(now, range);
    const units = visits.flatMap(({ waiting }) => waiting.map(({ unit }) => unit));
    const readers = await this.readers.ofUnits([...new Set(units)]);
    return visits.map((visit) => ({
      key: visit.id,
      due: () => {
        const keys = visit.waiting.flatMap(({ unit, zone }) => {
          const step = dueStep(visit, zone, now, isHoliday);
          return step
            ? (readers.get(unit) ?? []).map(({ email }) => reminderKey(visit, step.what, email))
            : [];
        });
        return keys.length > 0 ? keys : null;
      },
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [visit] = await this.visits.unanswered(now, onlyOf(visitId));
    for (const { unit, zone } of visit?.waiting ?? []) {
      const step = visit ? dueStep(visit, zone, now, isHoliday) : null;
      if (visit && step) await this.remind(visit, unit, zone, step);
    }
  }

  private async remind(visit: UnansweredVisit, unit: string, zone: Zone, step: DueStep): Promise<void> {
    for (const to of (await this.readers.ofUnits([unit])).get(unit) ?? []) {
      const write = async (shown: RemindedVisit) => {
        const link = to.isAddress && unit === visit.hostUnit ? await this.links.ofVisit(visit.id) : null;
        const told = link === null ? shown : { ...shown, pageUrl: link, isOpenPage: true };
        return { ...answerReminder({ name: to.name, zone }, told, step.days), ...(link && hostLinkMail) };
      };
      await this.post.execute(visit, 'awaitsAnswer', step.what, to, write);
    }
  }
}

/** A reminder that is due: the working days after which it is, and what tells it from the visit's others. */
interface DueStep {
  days: number;
  what: string;
}

/** The reminder that is due by the calendar of whoever has to answer. */
function dueStep(
  { waitingSince }: UnansweredVisit,
  zone: Zone,
  now: Date,
  isHoliday: IsHoliday,
): DueStep | null {
  const days = dueAnswerReminder(waitingSince, now, zone, isHoliday);
  return days === null ? null : { days, what: `answer-${days}-since-${waitingSince.toISOString()}` };
}

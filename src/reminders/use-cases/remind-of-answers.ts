import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { UnitFacts } from '../../units/index.js';
import { dueAnswerReminder } from '../domain/officer-reminder.js';
import { answerReminder } from '../domain/reminder-mail.js';
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
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const visits = await this.visits.unanswered(now, range);
    const readers = await this.readers.ofUnits(visits.map(({ waitingUnit }) => waitingUnit));
    return visits.map((visit) => ({
      key: visit.id,
      due: () => {
        const step = dueStep(visit, now, isHoliday);
        const mailed = readers.get(visit.waitingUnit) ?? [];
        if (step === null || mailed.length === 0) return null;
        return mailed.map(({ email }) => reminderKey(visit, step.what, email));
      },
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [visit] = await this.visits.unanswered(now, onlyOf(visitId));
    const step = visit ? dueStep(visit, now, isHoliday) : null;
    if (!visit || step === null) return;
    const { waitingUnit, waitingZone: zone } = visit;
    for (const to of (await this.readers.ofUnits([waitingUnit])).get(waitingUnit) ?? []) {
      const write = (shown: Parameters<typeof answerReminder>[1]) =>
        Promise.resolve(answerReminder({ name: to.name, zone }, shown, step.days));
      await this.post.execute(visit, 'awaitsAnswer', step.what, to, write);
    }
  }
}

/** The working days after which the reminder is due, and what tells it from the visit's others. */
function dueStep(
  { waitingSince, waitingZone }: UnansweredVisit,
  now: Date,
  isHoliday: IsHoliday,
): { days: number; what: string } | null {
  const days = dueAnswerReminder(waitingSince, now, waitingZone, isHoliday);
  return days === null ? null : { days, what: `answer-${days}-since-${waitingSince.toISOString()}` };
}

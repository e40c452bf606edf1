import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { UnitFacts } from '../../units/index.js';
import { NoticeReaders } from '../../visits/index.js';
import { dueAgendaReminder, dueAnswerReminder } from '../domain/officer-reminder.js';
import { agendaReminder, answerReminder } from '../domain/reminder-mail.js';
import { RemindedVisits } from '../queries/reminded-visits.js';
import { PostReminder } from './post-reminder.js';

/** Reminds the people of units of what waits for them; a missing summary is the summaries' own matter. */
@Injectable()
export class RemindOfficers {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: RemindedVisits,
    private readonly readers: NoticeReaders,
    private readonly post: PostReminder,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    await this.ofAnswers(now, isHoliday);
    await this.ofAgendas(now, isHoliday);
  }

  private async ofAnswers(now: Date, isHoliday: IsHoliday): Promise<void> {
    for (const visit of await this.visits.unanswered(now)) {
      const { waitingUnit, waitingZone: zone, waitingSince } = visit;
      const days = dueAnswerReminder(waitingSince, now, zone, isHoliday);
      if (days === null) continue;
      const what = `answer-${days}-since-${waitingSince.toISOString()}`;
      for (const { name, email } of await this.peopleOf(visit.id, waitingUnit)) {
        await this.post.execute(
          visit,
          ['requested', 'counter-proposed'],
          what,
          { name, email },
          async (shown) => answerReminder({ name, zone }, shown, days),
        );
      }
    }
  }

  private async ofAgendas(now: Date, isHoliday: IsHoliday): Promise<void> {
    for (const visit of await this.visits.withoutAgenda(now)) {
      const days = dueAgendaReminder(visit, now, isHoliday);
      if (days === null) continue;
      const zones = [
        [visit.guestUnit, visit.guestTimeZone],
        [visit.hostUnit, visit.timeZone],
      ] as const;
      for (const [unit, zone] of zones) {
        for (const { name, email } of await this.peopleOf(visit.id, unit)) {
          await this.post.execute(visit, ['confirmed'], `agenda-${days}`, { name, email }, async (shown) =>
            agendaReminder({ name, zone }, shown),
          );
        }
      }
    }
  }

  private peopleOf(id: string, unit: string): Promise<{ name: string; email: string }[]> {
    return this.readers.execute({ id }, { units: [unit], regionalOffices: [] }, null);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { UnitFacts } from '../../units/index.js';
import { dueAgendaReminder } from '../domain/officer-reminder.js';
import { agendaReminder } from '../domain/reminder-mail.js';
import { RemindedVisits } from '../queries/reminded-visits.js';
import { UnitReaders } from '../queries/unit-readers.js';
import { PostReminder, reminderKey } from './post-reminder.js';

/** Reminds the people of both units of an agenda that is missing. */
@Injectable()
export class RemindOfAgendas {
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
    const visits = await this.visits.withoutAgenda(now, range);
    const readers = await this.readers.ofUnits(
      visits.flatMap(({ guestUnit, hostUnit }) => [guestUnit, hostUnit]),
    );
    return visits.map((visit) => ({
      key: visit.id,
      due: () => {
        const days = dueAgendaReminder(visit, now, isHoliday);
        const mailed = [visit.guestUnit, visit.hostUnit].flatMap((unit) => readers.get(unit) ?? []);
        if (days === null || mailed.length === 0) return null;
        return mailed.map(({ email }) => reminderKey(visit, whatOf(days), email));
      },
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const [visit] = await this.visits.withoutAgenda(now, onlyOf(visitId));
    const days = visit ? dueAgendaReminder(visit, now, await this.units.holidaysAround(now)) : null;
    if (!visit || days === null) return;
    const { guestUnit, hostUnit } = visit;
    const readers = await this.readers.ofUnits([guestUnit, hostUnit]);
    const zones = { [guestUnit]: visit.guestTimeZone, [hostUnit]: visit.timeZone };
    for (const to of [guestUnit, hostUnit].flatMap((unit) => readers.get(unit) ?? [])) {
      const zone = zones[to.unit] ?? visit.timeZone;
      const write = (shown: Parameters<typeof agendaReminder>[1]) =>
        Promise.resolve(agendaReminder({ name: to.name, zone }, shown));
      await this.post.execute(visit, 'standing', whatOf(days), to, write);
    }
  }
}

const whatOf = (days: number): string => `agenda-${days}`;

import type { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import type { UnitFacts } from '../../units/index.js';
import type { RemindedVisit } from '../domain/reminder-mail.js';
import type { LackingVisit } from '../queries/reminded-visits.js';
import type { UnitReaders } from '../queries/unit-readers.js';
import { reminderKey, type PostReminder, type Reminder } from './post-reminder.js';

/** What a confirmed visit may lack as it draws near. */
interface Lack {
  /** Tells its reminders from others. */
  name: string;
  visits: (now: Date, range: SweepRange) => Promise<LackingVisit[]>;
  /** The step that is due, in working days before the visit; null for none. */
  due: (visit: LackingVisit, now: Date, isHoliday: IsHoliday) => number | null;
  letter: (recipient: { name: string; zone: Zone }, visit: RemindedVisit) => Reminder;
}

/** Reminds the people of both units of something that a visit still lacks. */
export class RemindBothUnits {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly readers: UnitReaders,
    private readonly post: PostReminder,
    private readonly lack: Lack,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const visits = await this.lack.visits(now, range);
    const readers = await this.readers.ofUnits(
      visits.flatMap(({ guestUnit, hostUnit }) => [guestUnit, hostUnit]),
    );
    return visits.map((visit) => ({
      key: visit.id,
      due: () => {
        const days = this.lack.due(visit, now, isHoliday);
        const mailed = [visit.guestUnit, visit.hostUnit].flatMap((unit) => readers.get(unit) ?? []);
        if (days === null || mailed.length === 0) return null;
        return mailed.map(({ email }) => reminderKey(visit, this.whatOf(days), email));
      },
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const [visit] = await this.lack.visits(now, onlyOf(visitId));
    const days = visit ? this.lack.due(visit, now, await this.units.holidaysAround(now)) : null;
    if (!visit || days === null) return;
    const { guestUnit, hostUnit } = visit;
    const readers = await this.readers.ofUnits([guestUnit, hostUnit]);
    const zones = { [guestUnit]: visit.guestTimeZone, [hostUnit]: visit.timeZone };
    for (const to of [guestUnit, hostUnit].flatMap((unit) => readers.get(unit) ?? [])) {
      const zone = zones[to.unit] ?? visit.timeZone;
      await this.post.execute(visit, 'standing', this.whatOf(days), to, (shown) =>
        Promise.resolve(this.lack.letter({ name: to.name, zone }, shown)),
      );
    }
  }

  private whatOf(days: number): string {
    return `${this.lack.name}-${days}`;
  }
}

import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { typed as typedIn, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { DayLines } from '../../platform/pages/day-lines.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { wallTimeOf } from '../../platform/text/typed-day-hours.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';

export interface TypedTimes {
  day: string;
  /** Empty for a visit of one day. */
  lastDay: string;
  from: string;
  to: string;
  /** Days with other hours, a line each. */
  ownHours: string;
}

/** A time as the fields show it. */
export function timesOf(time: DayTime, zone: Zone): TypedTimes {
  const { day, lastDay, from, to, dayLines } = wallTimeOf(time, zone);
  return { day, lastDay: lastDay === day ? '' : lastDay, from, to, ownHours: dayLines };
}

interface TimeFieldsProps {
  typed: TypedTimes;
  zone: Zone;
  /** The reader's zone. */
  own: Zone;
  faults: FormFaults | null;
  scope?: string;
}

/** What was typed of a time. */
export const typedTimes = (sent: SentForm | undefined): TypedTimes => ({
  day: typedIn(sent, 'day'),
  lastDay: typedIn(sent, 'lastDay'),
  from: typedIn(sent, 'from'),
  to: typedIn(sent, 'to'),
  ownHours: typedIn(sent, 'ownHours'),
});

/** A day and its hours, in the host's zone. */
export function TimeFields({ typed, zone, own, faults, ...scope }: TimeFieldsProps): VNode {
  const label = zoneLabel(zone);
  const common = { faults, ...scope };
  return (
    <>
      <div class="time-fields">
        <DateField name="day" label="Hari" value={typed.day} {...common} />
        <DateField name="lastDay" label="Sampai hari" value={typed.lastDay} {...common} optional />
        <TimeField name="from" label={`Mulai (${label})`} zone={zone} value={typed.from} {...common} />
        <TimeField name="to" label={`Selesai (${label})`} zone={zone} value={typed.to} {...common} />
      </div>
      <DayLines name="ownHours" value={typed.ownHours} {...common} />
      {own !== zone && (
        <p class="text-secondary">
          Jam diisi menurut waktu tuan rumah ({label}), bukan waktu Anda ({zoneLabel(own)}).
        </p>
      )}
    </>
  );
}

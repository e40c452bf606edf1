import type { VNode } from 'preact';
import { Field } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { localDate, toOffsetIso } from '../../platform/text/dates.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';

export interface TypedTimes {
  day: string;
  from: string;
  to: string;
}

/** A time as the fields show it. */
export function timesOf(startsAt: Date, endsAt: Date, zone: Zone): TypedTimes {
  const clock = (at: Date): string => toOffsetIso(at, zone).slice(11, 16);
  return { day: localDate(startsAt, zone), from: clock(startsAt), to: clock(endsAt) };
}

interface TimeFieldsProps {
  typed: TypedTimes;
  zone: Zone;
  /** The reader's zone. */
  own: Zone;
  faults: FormFaults | null;
  scope?: string;
}

/** A day and its hours, in the host's zone. */
export function TimeFields({ typed, zone, own, faults, ...scope }: TimeFieldsProps): VNode {
  const label = zoneLabel(zone);
  const common = { faults, ...scope };
  return (
    <>
      <div class="time-fields">
        <Field name="day" label="Hari" type="date" value={typed.day} {...common} />
        <Field name="from" label={`Mulai (${label})`} type="time" value={typed.from} {...common} />
        <Field name="to" label={`Selesai (${label})`} type="time" value={typed.to} {...common} />
      </div>
      {own !== zone && (
        <p class="text-secondary">
          Jam diisi menurut waktu tuan rumah ({label}), bukan waktu Anda ({zoneLabel(own)}).
        </p>
      )}
    </>
  );
}

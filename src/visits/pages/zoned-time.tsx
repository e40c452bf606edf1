import type { VNode } from 'preact';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

interface ZonedTimeProps {
  startsAt: Date;
  endsAt: Date;
  /** The host's. */
  zone: string;
  /** The reader's. */
  own: Zone;
}

/** A time in the host's zone, and in the reader's where that is another. */
export function ZonedTime({ startsAt, endsAt, zone, own }: ZonedTimeProps): VNode {
  return (
    <>
      {formatDateTimeRange(startsAt, endsAt, zone as Zone)}
      {own !== zone && (
        <span class="d-block text-secondary">
          Di tempat Anda: {formatDateTimeRange(startsAt, endsAt, own)}
        </span>
      )}
    </>
  );
}

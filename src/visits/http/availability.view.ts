import { EachOf, Instant, OneOf, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { windowReasons } from '../../units/index.js';

/** A time that is free. */
export class FreeWindowView {
  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** Visits that the host could take beside those it has. */
  @Whole()
  freePlaces: number;

  /** Whether the midday break falls into it. */
  overBreak: boolean;

  /** How good it is for both; with `guest` only. */
  score?: number;

  @EachOf('WindowReason', windowReasons.map(({ code }) => code))
  reasons?: string[];
}

export class AvailabilityView {
  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  items: FreeWindowView[];
}

import { CalendarDate, listOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { HostingWindowView } from './unit.view.js';

/** Dates on which guests are received at other hours, or not at all. */
export class KeptPeriodView {
  @Uuid()
  id: string;

  /** Code of the unit; null for every unit. */
  unit: string | null;
  name: string;

  @CalendarDate()
  from: string;

  /** Itself inside. */
  @CalendarDate()
  until: string;

  /** Whether nobody is received. */
  closed: boolean;
  windows: HostingWindowView[];

  @Whole()
  version: number;
}

export class PeriodList extends listOf(KeptPeriodView) {}

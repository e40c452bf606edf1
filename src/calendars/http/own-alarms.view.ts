import { EachWhole } from '../../platform/http/view-fields.js';

export class OwnAlarmsView {
  /** Minutes before the start at which one's calendar reminds. */
  @EachWhole()
  alarmMinutes: number[];
}

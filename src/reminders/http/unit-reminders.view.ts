import { EachWhole } from '../../platform/http/view-fields.js';

/** How a unit's own participants are reminded. */
export class ReminderSettingView {
  /** In the morning, this many calendar days before a visit's day. */
  @EachWhole()
  daysBefore: readonly number[];

  /** Whether the agenda, the place and the host's rules come in the evening of the last working day before. */
  eveningBefore: boolean;

  /** On which days after a visit the leader of its party is asked what is done of what was learned. */
  @EachWhole()
  learningDays: readonly number[];
}

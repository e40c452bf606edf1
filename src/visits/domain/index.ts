/** What the pure rules of features above may know of a visit; everything else meets at the feature's own index. */
export { fieldChange, type FieldChange } from './field-changes.js';
export { personalActions, type PersonalLink } from './personal-links.js';
export { attendanceWords, wasThere, type Attendance } from './attendance.js';
export { isDouble, type ParticipantSide } from './participant.js';
export { isTooLongAgo, REVIEW_DAYS } from './recorded-visit.js';
export { kindWords, visitKinds, type VisitKind } from './reference.js';
export { LONGEST_VISIT_DAYS, timeFault } from './visit-time.js';
export { hasTrait, statesWith } from './visit-state-traits.js';
export type { VisitAction, VisitState } from './visit-transitions.js';
export {
  isOnSite,
  lacksLink,
  meetingLinkOf,
  NO_LINK,
  visitModes,
  whereWords,
  type VisitMode,
} from './visit-mode.js';
export { actorSides, mayRecord, type VisitParties } from './visit-policies.js';
export { whatsAppLink } from './share-text.js';
export { wayOut } from './way-out.js';
export {
  bookingFields,
  calendarFields,
  mailedFields,
  visitFields,
  type BookingField,
  type CalendarField,
  type MailedField,
  type VisitDetails,
} from './visit-fields.js';
export { fieldLines, type LineKey } from './field-lines.js';
export { isOvertaken, type GivenAnswer } from './heard-answer.js';

import type { AnswerOf } from '../../platform/http/described-answer.js';
import {
  CalendarDate,
  EachOf,
  Instant,
  listOf,
  OneOf,
  pageOf,
  Uuid,
  WebAddress,
  Whole,
} from '../../platform/http/view-fields.js';
import { zoneNames } from '../../platform/text/zones.js';
import type { visitFields } from '../domain/visit-fields.js';
import { visitActions, visitStates, type VisitAction } from '../domain/visit-states.js';
import {
  participantAnswers,
  participantStandings,
  participantRoles,
  participantSides,
} from '../domain/participant.js';
import { answerSteps, answerWays, type AnswerStep, type AnswerWay } from '../domain/answer-ways.js';
import { attendances, walkInStates } from '../domain/attendance.js';
import { changedFields } from '../domain/field-changes.js';
import { recordingSides } from '../domain/recorded-visit.js';
import { guestAnswers, type GuestAnswer } from '../domain/guest-answers.js';
import { visitModes, type VisitMode } from '../domain/visit-mode.js';
import { visitKinds } from '../domain/reference.js';

const proposers = ['guest', 'host'] as const;
const warnings = ['overlapping-people'] as const;

/** How a visit was entered that was agreed upon elsewhere. */
export class VisitRecordView {
  /** The side that entered it. */
  @OneOf('VisitRecorder', recordingSides)
  by: string;

  @Instant()
  at: string;

  /** Until when the other side may object. */
  @Instant()
  objectionsUntil: string;

  /** The unit whose objection stands, so that the visit is left out of Sinergi; null while none does. */
  @OneOf('VisitProposer', proposers)
  disputedBy: string | null;
}

/** The hours of one day of a visit. */
export class DayHoursView {
  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

/** What both a list and the visit itself show; times carry the offset of the host's zone. */
export class VisitLineView {
  @Uuid()
  id: string;

  reference: string;

  @OneOf('VisitState', visitStates)
  state: string;

  @Whole()
  version: number;

  @OneOf('VisitKind', visitKinds)
  kind: string;

  title: string;
  guestUnit: string;
  guestUnitName: string;
  hostUnit: string;
  hostUnitName: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** The hours of each day, where they are not the same on each. */
  ownHours: DayHoursView[] | null;

  /** How guests and host meet; an online visit has no place. */
  @OneOf('VisitMode', Object.keys(visitModes))
  mode: VisitMode;

  place: string;

  /** Null for a visit that was asked for in Sambang. */
  recorded: VisitRecordView | null;

  /** Code of the regional office that arranged it; null where its guest asked for it. */
  arrangedBy: string | null;
}

export class VisitPage extends pageOf(VisitLineView) {}

/** Another time that one side asked for; of what a regional office arranged also its own, by which the host stands. */
export class VisitProposalView {
  @OneOf('VisitProposer', proposers)
  by: (typeof proposers)[number];

  @Instant()
  startsAt: string | null;

  @Instant()
  endsAt: string | null;

  ownHours: DayHoursView[] | null;

  @Instant()
  proposedAt: string | null;
}

export class VisitApprovalView {
  regionalOffice: string;
  approved: boolean;
}

export class VisitContactView {
  name: string;
  phone: string | null;
  email: string | null;
}

export class LetterView {
  number: string | null;

  @CalendarDate()
  date: string | null;
}

export class VisitLettersView {
  request: LetterView;
  reply: LetterView;
  assignment: LetterView;
}

export class ParticipantView {
  @Uuid()
  id: string;

  name: string;
  office: string | null;
  /** As what they work, where that is told apart from the office. */
  position: string | null;
  /** Pangkat and golongan. */
  rank: string | null;
  /** The last three digits; null also where the contact is hidden. */
  nip: string | null;
  email: string | null;
  phone: string | null;
  /** Whether address and number are kept from the caller. */
  contactHidden: boolean;

  @OneOf('ParticipantSide', participantSides)
  side: string;

  @OneOf('ParticipantRole', participantRoles)
  role: string;

  /** Code of the joined guest in whose part of the party they come; null for the leading guest's and for all others. */
  broughtBy: string | null;

  /** Why mail does not reach the address, in words. */
  mailProblem: string | null;

  /** When the first invitation left for the address; null while none has. */
  @Instant()
  invitedAt: string | null;

  /** The answer, or `not-invited` while there is no invitation that could be answered. */
  @OneOf('ParticipantStanding', participantStandings)
  standing: string;

  @OneOf('ParticipantAnswer', participantAnswers)
  answer: string;

  @Instant()
  answeredAt: string | null;

  @OneOf('Attendance', attendances)
  attendance: string | null;

  attendanceBy: string | null;

  @Instant()
  attendanceAt: string | null;

  /** Whether it was seen before the visit was closed and told after. */
  attendanceLate: boolean;

  /** Whether it was said in person at the door. */
  attendanceOwn: boolean;

  /** Who came instead, by name. */
  representedBy: string | null;

  /** Whether an officer has yet to look at somebody who came unasked; null for all others. */
  @OneOf('WalkInState', walkInStates)
  walkIn: string | null;
}

export class ParticipantList extends listOf(ParticipantView) {}

export class VisitWarningView {
  @OneOf('VisitWarning', warnings)
  code: (typeof warnings)[number];

  /** Null for whoever accepted the visit for the host without being a participant. */
  @Uuid()
  participantId: string | null;

  name: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

/** An organisation that visits, or was asked to join. */
export class VisitGuestView {
  /** Code. */
  organisation: string;
  name: string;
  /** Whether it is the one that asks for the visit, `guestUnit`. */
  leading: boolean;

  @OneOf('GuestAnswer', guestAnswers)
  answer: GuestAnswer;

  /** Last day on which it can answer, by its own calendar; null where nobody was asked. */
  @CalendarDate()
  dueOn: string | null;

  /** Size of its part of the party, as it was given; null where it was not. */
  @Whole()
  partySize: number | null;
}

export class VisitGuestList extends listOf(VisitGuestView) {}

/** How many guests come, and how many the host receives. */
export class VisitPartyView {
  /** The sum over all guests that come: of each the larger of the size that was given and the number of its people who did not decline. */
  @Whole()
  count: number;

  /** The host's limit, or what it agreed upon for this visit; null for none. */
  @Whole()
  limit: number | null;

  /** Guests for whom the guest asks the host's leave. */
  @Whole()
  asked: number | null;
}

/** The host's last answer: who gave it, and how it came. */
export class HostAnswerView {
  @OneOf('HostAnswerStep', answerSteps)
  action: AnswerStep;

  /** Who gave it, or wrote it down. */
  name: string;
  /** What whoever answered without an account does; null for who has one. */
  office: string | null;
  phone: string | null;

  /**
   * By an account of the host's people, by a link in a mail to the host, by its regional office, or by letter or
   * telephone as the guest entered it.
   */
  @OneOf('AnswerWay', answerWays)
  cameBy: AnswerWay;

  @Instant()
  at: string;
}

export class VisitView extends VisitLineView implements AnswerOf<typeof visitFields> {
  /** The number of the calendar's message (SEQUENCE). */
  @Whole()
  sequence: number;

  @EachOf('VisitAction', visitActions)
  allowedActions: VisitAction[];

  /** Address of the meeting; null where there is none, and for whoever does not take part. */
  @WebAddress()
  meetingLink: string | null;

  purpose: string;
  /** What the host says to its guests. */
  hostMessage: string;
  /** What the host asks of its guests. */
  conditions: string;
  learningQuestions: string[];

  /** By which they are known, however they are worded; in the order of `learningQuestions`. */
  learningQuestionIds: string[];

  topics: string[];
  /** Codes. */
  programs: string[];
  proposal: VisitProposalView | null;
  /** Null while the host has not answered. */
  answeredBy: HostAnswerView | null;
  /** Whether somebody at the host has an active account. */
  hostUsesSambang: boolean;
  approvals: VisitApprovalView[];

  @Whole()
  partySize: number;

  party: VisitPartyView;

  contact: VisitContactView;
  letters: VisitLettersView;
  /** Every guest, the leading one first. */
  guests: VisitGuestView[];

  participants: ParticipantView[];
  warnings: VisitWarningView[];

  @Instant()
  createdAt: string;

  @Instant()
  changedAt: string;
}

/** A field that changed; values as text, times in UTC. Of contact data the history says no values. */
export class FieldChangeView {
  @OneOf('ChangedField', changedFields)
  field: string;

  /** Whose or which: a participant's name, a session's title. */
  about: string | null;

  before: string | null;
  after: string | null;
}

export class VisitHistoryLineView {
  @Instant()
  at: string;

  actor: string;
  /** An action, or what else was done to the visit. */
  action: string;

  @OneOf('VisitState', visitStates)
  fromState: string | null;

  @OneOf('VisitState', visitStates)
  toState: string;

  reason: string | null;

  /** How an answer of the host came; null for what is none. */
  @OneOf('AnswerWay', answerWays)
  cameBy: AnswerWay | null;

  @Whole()
  version: number;

  changes: FieldChangeView[];
}

export class VisitHistoryView extends listOf(VisitHistoryLineView) {}

import {
  CalendarDate,
  EachOf,
  Instant,
  listOf,
  OneOf,
  pageOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import { zoneNames } from '../../platform/text/zones.js';
import { visitActions, visitStates, type VisitAction } from '../domain/visit-states.js';
import {
  attendances,
  participantAnswers,
  participantRoles,
  participantSides,
} from '../domain/participant.js';
import { visitKinds } from '../domain/reference.js';

const proposers = ['guest', 'host'] as const;
const warnings = ['overlapping-people'] as const;

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

  place: string;
}

export class VisitPage extends pageOf(VisitLineView) {}

/** Another time that one side asked for. */
export class VisitProposalView {
  @OneOf('VisitProposer', proposers)
  by: (typeof proposers)[number];

  @Instant()
  startsAt: string | null;

  @Instant()
  endsAt: string | null;

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
  email: string | null;
  phone: string | null;
  /** Whether address and number are kept from the caller. */
  contactHidden: boolean;

  @OneOf('ParticipantSide', participantSides)
  side: string;

  @OneOf('ParticipantRole', participantRoles)
  role: string;

  /** Why mail does not reach the address, in words. */
  mailProblem: string | null;

  @OneOf('ParticipantAnswer', participantAnswers)
  answer: string;

  @Instant()
  answeredAt: string | null;

  @OneOf('Attendance', attendances)
  attendance: string | null;

  attendanceBy: string | null;

  @Instant()
  attendanceAt: string | null;
}

export class ParticipantList extends listOf(ParticipantView) {}

export class VisitWarningView {
  @OneOf('VisitWarning', warnings)
  code: (typeof warnings)[number];

  @Uuid()
  participantId: string;

  name: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

export class VisitView extends VisitLineView {
  /** The number of the calendar's message (SEQUENCE). */
  @Whole()
  sequence: number;

  @EachOf('VisitAction', visitActions)
  allowedActions: VisitAction[];

  purpose: string;
  topics: string[];
  /** Codes. */
  programs: string[];
  proposal: VisitProposalView | null;
  approvals: VisitApprovalView[];

  @Whole()
  partySize: number;

  contact: VisitContactView;
  letters: VisitLettersView;
  participants: ParticipantView[];
  warnings: VisitWarningView[];

  @Instant()
  createdAt: string;

  @Instant()
  changedAt: string;
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

  @Whole()
  version: number;
}

export class VisitHistoryView extends listOf(VisitHistoryLineView) {}

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
import { followUpActions, type FollowUpAction } from '../domain/follow-up-states.js';
import { followUpVerbs, type FollowUpVerb } from '../domain/follow-up-policies.js';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states.js';

/** That what was done is a copied practice, as it was confirmed. */
export class ReplicationView {
  @Uuid()
  note: string | null;

  practice: string;
  fromUnit: string;
  fromUnitName: string;

  @CalendarDate()
  since: string;

  result: string;
  confirmedBy: string;

  @Instant()
  confirmedAt: string;
}

/** A follow-up; its instants are in UTC, its due date is a calendar date. */
export class FollowUpView {
  @Uuid()
  id: string;

  @Uuid()
  visit: string;

  visitReference: string;
  what: string;
  unit: string;
  unitName: string;
  regionalOffice: string | null;
  person: string;

  @Uuid()
  personId: string | null;

  @Uuid()
  note: string | null;

  @CalendarDate()
  dueOn: string;

  @Whole()
  postponedCount: number;

  @OneOf('FollowUpState', followUpStates)
  state: FollowUpState;

  evidence: string;
  /** Empty: none. */
  evidenceUrl: string;
  reason: string;
  replication: ReplicationView | null;

  @EachOf('FollowUpVerb', followUpVerbs)
  allowedActions: FollowUpVerb[];

  @Whole()
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  changedAt: string;

  @Instant()
  doneAt: string | null;
}

export class FollowUpPage extends pageOf(FollowUpView) {}

export class FollowUpHistoryLineView {
  @Instant()
  at: string;

  actor: string;

  @OneOf('FollowUpAction', followUpActions)
  action: FollowUpAction;

  @OneOf('FollowUpState', followUpStates)
  fromState: FollowUpState | null;

  @OneOf('FollowUpState', followUpStates)
  toState: FollowUpState;

  @CalendarDate()
  fromDueOn: string | null;

  @CalendarDate()
  dueOn: string;

  reason: string;

  @Whole()
  version: number;
}

export class FollowUpCommentView {
  @Uuid()
  id: string;

  @Instant()
  at: string;

  author: string;
  body: string;
}

export class FollowUpCommentList extends listOf(FollowUpCommentView) {}

export class WholeFollowUpView extends FollowUpView {
  history: FollowUpHistoryLineView[];
  comments: FollowUpCommentView[];
}

/** One unit took a practice over from another, or is about to. */
export class LineageStepView {
  fromUnit: string;
  fromUnitName: string;
  toUnit: string;
  toUnitName: string;
  confirmed: boolean;

  @OneOf('FollowUpState', followUpStates)
  state: FollowUpState;

  @CalendarDate()
  since: string | null;

  result: string | null;
  confirmedBy: string | null;

  @CalendarDate()
  visitedOn: string;

  /** Null for those who may not open it. */
  @Uuid()
  visit: string | null;

  @Uuid()
  followUp: string | null;
}

/** A practice's way from unit to unit. */
export class LineageView {
  @Uuid()
  note: string;

  title: string;
  unit: string;
  unitName: string;
  steps: LineageStepView[];
}

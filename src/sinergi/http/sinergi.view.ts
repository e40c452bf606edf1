import { OneOf, Whole } from '../../platform/http/view-fields.js';
import { visitStates } from '../../visits/index.js';

export class SinergiPeriodView {
  /** Month `YYYY-MM`. */
  from: string;
  to: string;
}

/** What was looked at, as it was understood. */
export class SinergiScopeView extends SinergiPeriodView {
  office: string | null;
  program: string | null;
}

/** A count, and that of the period of the same length before. */
export class ComparedView {
  @Whole()
  count: number;

  @Whole()
  before: number;
}

export class StateCountView extends ComparedView {
  @OneOf('VisitState', visitStates)
  state: string;
}

export class MonthCountView extends ComparedView {
  /** `YYYY-MM`. */
  month: string;
}

export class ProgramCountView extends ComparedView {
  program: string;
  name: string;
}

export class OfficeCountView extends ComparedView {
  office: string;
  name: string;

  @Whole()
  asGuest: number;

  @Whole()
  asHost: number;
}

export class OfficePairView {
  guestOffice: string;
  hostOffice: string;

  @Whole()
  count: number;
}

export class VisitPairView {
  guest: string;
  guestName: string;
  host: string;
  hostName: string;

  @Whole()
  count: number;
}

export class VisitFiguresView {
  total: ComparedView;
  agreed: ComparedView;
  states: StateCountView[];
  months: MonthCountView[];
  programs: ProgramCountView[];
  offices: OfficeCountView[];
  officePairs: OfficePairView[];
  pairs: VisitPairView[];
}

/** Requests whose host itself answered in the period: accepted, declined or proposed another time. */
export class AnswerFiguresView extends ComparedView {
  medianHours: number | null;
  medianHoursBefore: number | null;
}

/** First published in the period. */
export class SummaryFiguresView {
  person: ComparedView;
  system: ComparedView;
}

/** Kept or given up in the period. */
export class FollowUpFiguresView {
  done: ComparedView;
  dropped: ComparedView;
}

/** What stands now, of all periods: the period that is asked for does not filter it. */
export class NowFiguresView {
  /** Visits that wait for a unit's yes or no. */
  @Whole()
  unanswered: number;

  /** Visits that are over and whose summary is not out, and not late. */
  @Whole()
  summariesDue: number;

  @Whole()
  summariesLate: number;

  /** Open follow-ups that are not overdue. */
  @Whole()
  followUpsWaiting: number;

  @Whole()
  followUpsOverdue: number;
}

export class CopiedPracticeView {
  note: string | null;
  title: string | null;
  unitName: string | null;

  @Whole()
  count: number;
}

/** Visits with learning questions, and those of which their guests say later that it is done, or begun. */
export class LearningFiguresView {
  asked: ComparedView;
  applied: ComparedView;
  begun: ComparedView;
}

export class SinergiFiguresView {
  scope: SinergiScopeView;
  now: NowFiguresView;
  before: SinergiPeriodView;
  visits: VisitFiguresView;
  silentUnits: ComparedView;
  answers: AnswerFiguresView;
  summaries: SummaryFiguresView;
  followUps: FollowUpFiguresView;
  notes: ComparedView;
  replications: ComparedView;
  learning: LearningFiguresView;
  practices: CopiedPracticeView[];
}

export class VisitMatrixView {
  scope: SinergiScopeView;
  pairs: VisitPairView[];
}

export class NetworkUnitView {
  code: string;
  name: string;
  /** Null for who is of no region. */
  office: string | null;
  latitude: number | null;
  longitude: number | null;
}

export class EdgeProgramView {
  program: string;

  @Whole()
  count: number;
}

/** Visits that were agreed upon: the guest learns from the host. */
export class NetworkEdgeView {
  guest: string;
  host: string;

  @Whole()
  count: number;

  programs: EdgeProgramView[];
}

export class LearningNetworkView {
  scope: SinergiScopeView;
  units: NetworkUnitView[];
  edges: NetworkEdgeView[];

  /** Edges there are, those that `edges` has no room for among them. */
  @Whole()
  edgeCount: number;
}

export class HostAnswerTimeView {
  host: string;
  hostName: string | null;

  @Whole()
  count: number;

  medianHours: number;
}

export class AnswerTimesView {
  scope: SinergiScopeView;
  hosts: HostAnswerTimeView[];
}

/** Whether the own office gets each month's report by mail; null for somebody of no office. */
export class MonthlyReportView {
  wanted: boolean | null;
}

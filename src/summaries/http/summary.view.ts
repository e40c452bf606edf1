import { CalendarDate, Instant, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { visitStates } from '../../visits/index.js';

export class SummaryLinkView {
  title: string;
  url: string;
}

/** Names of those who came, did not, or of whom nobody said. */
export class SummaryAttendanceView {
  present: string[];
  absent: string[];
  unknown: string[];
}

export class SummaryFollowUpView {
  what: string;
  unitName: string;
  person: string;

  @CalendarDate()
  dueOn: string;
}

export class SummaryContentView {
  outcomes: string;
  decisions: string;
  notes: string;
  links: SummaryLinkView[];
  attendance: SummaryAttendanceView;
  followUps: SummaryFollowUpView[];
  /** Titles of notes. */
  practices: string[];
  files: SummaryLinkView[];
}

export class SummaryDraftView extends SummaryContentView {
  @Instant()
  changedAt: string | null;
}

export class PublishedSummaryView extends SummaryContentView {
  /** Whether nobody wrote it. */
  automatic: boolean;

  @Instant()
  publishedAt: string;
}

/** What came of a visit; times carry the offset of the host's zone. */
export class SummaryView {
  @Uuid()
  visit: string;

  @OneOf('VisitState', visitStates)
  state: string;

  @Whole()
  version: number | null;

  @Whole()
  revision: number;

  draft: SummaryDraftView | null;
  published: PublishedSummaryView | null;
}

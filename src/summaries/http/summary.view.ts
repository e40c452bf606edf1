import { CalendarDate, Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { visitStates } from '../../visits/index.js';
import type { AttendedNames } from '../domain/summary.js';

export class SummaryLinkView {
  title: string;
  url: string;
}

/** Names of those who came, did not, or of whom nobody said; who came instead stands in brackets. */
export class SummaryAttendanceView implements AttendedNames {
  present: string[];
  late: string[];
  excused: string[];
  absent: string[];
  represented: string[];
  unknown: string[];
}

export class SummaryFollowUpView {
  what: string;
  unitName: string;
  person: string;

  @CalendarDate()
  dueOn: string;
}

/** What the guest wanted to learn, at which session it came up, and what was answered; both can be empty. */
export class LearningAnswerView {
  /** Null in what was published before questions had ids. */
  @Uuid()
  id: string | null;

  question: string;
  session: string;
  answer: string;
}

export class SummaryLetterView {
  /** What kind of letter it is, in Indonesian. */
  name: string;

  /** Empty where only its date is known. */
  number: string;

  @CalendarDate()
  date: string | null;
}

/** A session of the agenda as it was published last. */
export class SummarySessionView {
  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  title: string;
  place: string;
  persons: string[];
}

const attendingSides = ['guest', 'host', 'invited'] as const;

/** How many people of one side were to come, came, and of how many nobody said. */
export class SummarySideView {
  @OneOf('AttendingSide', attendingSides)
  side: (typeof attendingSides)[number];

  /** Of the organisation; empty for those whom nobody of the two sides brought. */
  name: string;

  @Whole()
  invited: number;

  @Whole()
  came: number;

  @Whole()
  unmarked: number;
}

/** A note of the day, without telephone numbers, mail addresses and NIP. */
export class SummaryNoteView {
  @Uuid()
  id: string;

  text: string;
  authorName: string;

  @Instant()
  enteredAt: string;
}

/** A photo of the day with every clearance that it needs; its text is what it shows. */
export class SummaryPhotoView extends SummaryNoteView {
  url: string;

  /** Pixels. */
  @Whole()
  width: number | null;

  @Whole()
  height: number | null;
}

export class SummaryContentView {
  topics: string[];
  /** Titles. */
  programs: string[];
  place: string;
  letters: SummaryLetterView[];
  agenda: SummarySessionView[];
  sides: SummarySideView[];
  dayNotes: SummaryNoteView[];
  photos: SummaryPhotoView[];
  outcomes: string;
  decisions: string;
  notes: string;
  links: SummaryLinkView[];
  attendance: SummaryAttendanceView;
  followUps: SummaryFollowUpView[];
  /** Titles of notes. */
  practices: string[];
  learning: LearningAnswerView[];
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

/** A summary as it went out; what was removed of its notes and photos since is left out. */
export class SummaryRevisionView extends PublishedSummaryView {
  @Uuid()
  visit: string;

  @Whole()
  revision: number;
}

export class SummaryRevisionLineView {
  @Whole()
  revision: number;

  @Instant()
  publishedAt: string;

  automatic: boolean;

  /** Null for what went out by itself. */
  publishedBy: string | null;
}

export class SummaryRevisionList extends listOf(SummaryRevisionLineView) {}

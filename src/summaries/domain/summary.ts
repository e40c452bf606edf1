import {
  hasTrait,
  type Attendance,
  type ParticipantSide,
  type VisitState,
} from '../../visits/domain/index.js';

/** A file or page that a summary points at. */
export interface SummaryLink {
  title: string;
  url: string;
}

/** What a visit answered of what its guest wanted to learn. */
export interface LearningAnswer {
  /** Of the question, however it is worded. */
  id: string;
  answer: string;
}

/** A learning question as a summary tells it: at which session it came up, and what was answered; both can be empty. */
interface TaughtQuestion {
  /** Null in what was published before questions had ids. */
  id: string | null;
  question: string;
  session: string;
  answer: string;
}

/** What people write of a visit. */
export interface SummaryTexts {
  outcomes: string;
  decisions: string;
  notes: string;
  links: SummaryLink[];
  /** To the learning questions of the visit; those without are left out. */
  answers: LearningAnswer[];
  /** Ids of notes and photos of the day that it takes in, each once, in their order. */
  entries: string[];
}

/** What a visit was about, where, and by which letters and agenda; known elsewhere, and empty where nothing is known. */
export interface SummaryFacts {
  topics: string[];
  /** Titles. */
  programs: string[];
  /** Where people met, without the link of a meeting. */
  place: string;
  letters: { name: string; number: string; date: string | null }[];
  /** As published last; times are instants in UTC. */
  agenda: { startsAt: string; endsAt: string; title: string; place: string; persons: string[] }[];
  /** How many of each side were to come, came, and of how many nobody said. */
  sides: SideAttendance[];
}

export interface SideAttendance {
  side: ParticipantSide;
  /** Of the organisation; empty for those whom nobody of the two sides brought. */
  name: string;
  invited: number;
  came: number;
  unmarked: number;
}

/** Names by what is known of their attendance. */
export type AttendedNames = Record<Attendance | 'unknown', string[]>;

export const nobodyAttended: AttendedNames = {
  present: [],
  late: [],
  excused: [],
  absent: [],
  represented: [],
  unknown: [],
};

/** A published summary, as it was mailed: what people wrote and what the system knew then. */
export interface SummaryContent extends Omit<SummaryTexts, 'answers'>, SummaryFacts {
  attendance: AttendedNames;
  followUps: { what: string; unitName: string; person: string; dueOn: string }[];
  practices: string[];
  learning: TaughtQuestion[];
  /** Documents kept with the visit. */
  files: SummaryLink[];
  /** Whether it went out by itself because nobody had published one. */
  automatic: boolean;
}

/** A note or a photo of the day as a summary tells it. */
export interface ToldEntry {
  id: string;
  kind: 'note' | 'photo';
  /** The note, or what the photo shows. */
  text: string;
  authorName: string;
  enteredAt: Date;
  /** Pixels; null for a note. */
  width: number | null;
  height: number | null;
}

/**
 * A content with the notes and photos that it takes in. They are looked up and never copied, so that one that is removed
 * is gone from every revision; otherwise they do not change.
 */
export interface ToldContent extends SummaryContent {
  dayNotes: ToldEntry[];
  photos: ToldEntry[];
  /** How many it took in that were removed since. */
  removed: number;
}

export const blankTexts: SummaryTexts = {
  outcomes: '',
  decisions: '',
  notes: '',
  links: [],
  answers: [],
  entries: [],
};

export const blankFacts: SummaryFacts = {
  topics: [],
  programs: [],
  place: '',
  letters: [],
  agenda: [],
  sides: [],
};

/** The most notes and photos of one summary, so that its mail stays one that servers take. */
export const MOST_ENTRIES = 40;

/** A content as it was published, also before there was all that it now holds. */
export const asPublished = ({ learning = [], attendance, ...stored }: StoredContent): SummaryContent => ({
  ...laterParts,
  ...stored,
  attendance: { ...nobodyAttended, ...attendance },
  learning: learning.map(({ id = null, ...told }) => ({ id, ...told })),
});

const laterParts = { entries: [], ...blankFacts };

/** Every content that was ever published. */
type StoredContent = Omit<SummaryContent, 'learning' | 'attendance'> & {
  attendance: Partial<AttendedNames>;
  learning?: (Omit<TaughtQuestion, 'id'> & Partial<Pick<TaughtQuestion, 'id'>>)[];
};

/** Whether a visit's summary is written; that of a closed one is corrected. */
export const isOpenForSummary = (state: VisitState): boolean => hasTrait(state, 'takesSummary');

/** Texts of which one at least is needed before it goes out. */
export const neededToPublish = ['outcomes', 'decisions', 'notes'] as const;

/** Whether there is anything to publish. */
export function saysSomething(
  texts: Pick<SummaryTexts, (typeof neededToPublish)[number] | 'answers' | 'entries'>,
): boolean {
  if (texts.entries.length > 0) return true;
  const words = [...neededToPublish.map((name) => texts[name]), ...texts.answers.map(({ answer }) => answer)];
  return words.some((each) => each.trim() !== '');
}

/** Whether two summaries say the same in what people wrote. */
export const saysTheSame = (one: SummaryTexts, other: SummaryTexts): boolean =>
  JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));

const textsOf = ({ outcomes, decisions, notes, links, answers, entries }: SummaryTexts) => [
  entries.toSorted(),
  answers.map(({ id, answer }) => [id, answer]),
  outcomes,
  decisions,
  notes,
  links.map(({ title, url }) => [title, url]),
];

/** Whether nothing is to be told that was not: all of it is as it was published. */
export const isPublishedAs = (published: SummaryContent, now: SummaryContent): boolean =>
  canonical(told(published)) === canonical(told(now));

/** What a reader sees: neither ids, nor the answers beside their questions, which were kept in earlier contents. */
const told = ({ learning, answers: _, ...content }: SummaryContent & { answers?: unknown }) => ({
  ...content,
  learning: learning.map(({ question, session, answer }) => ({ question, session, answer })),
});

/** Whether more than that somebody publishes it now is new since it was published. */
export const hasNews = (published: SummaryContent, now: SummaryContent): boolean =>
  !isPublishedAs({ ...published, automatic: false }, { ...now, automatic: false });

/** JSON whose keys are in one order, whichever a database keeps them in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

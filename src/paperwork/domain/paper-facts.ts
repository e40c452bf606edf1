import type { DayTime } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import type { PaperPhoto } from '../../platform/text/paper.js';
import type { Attendance, ParticipantSide, VisitKind, VisitMode } from '../../visits/domain/index.js';
import type { LetterDetails } from './letter-details.js';
import type { LetterValues } from './letter-fields.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import type { SessionMinutes } from './session-minutes.js';

/** An organisation as papers name it. */
export interface PaperOffice {
  code: string;
  name: string;
  kind: 'upt' | 'kanwil' | 'directorate' | 'partner';
  /** Its town; null where that is not known. */
  place: string | null;
}

/** What a host says to a request, as the visit stands. */
export type HostWord = 'accepts' | 'proposes' | 'declines' | 'open';

/** Number and date of a letter; empty or null for what is not known. */
interface NumberedLetter {
  number: string;
  datedOn: string | null;
}

/** Somebody of the guests, as the host may name them. */
export interface PaperGuest {
  name: string;
  rank: string | null;
  position: string | null;
  office: string | null;
}

/** A session of the published agenda. */
export interface PaperSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  /** Empty: the visit's main place. */
  place: string;
  persons: readonly string[];
}

/** Somebody of a visit, of whichever side. */
export interface PaperAttendee extends PaperGuest {
  id: string;
  side: ParticipantSide;
  attendance: Attendance | null;
  representedBy: string | null;
  /** Signed by finger, as a drawing; null for who did not. */
  signature: { svg: string; width: number; height: number } | null;
}

/** What came of a visit, as its summary tells it. */
export interface PaperOutcome {
  outcomes: string;
  decisions: string;
  notes: string;
  learning: readonly { question: string; answer: string }[];
}

/** What was promised. */
export interface PaperPromise {
  what: string;
  unitName: string;
  person: string;
  /** `YYYY-MM-DD`. */
  dueOn: string;
}

/** What papers tell that not every one of them needs; gathered for those that do. */
export interface ToldAfterwards {
  /** By start; those of the same time beside each other. */
  sessions: readonly PaperSession[];
  attendees: readonly PaperAttendee[];
  /** Null before a summary is out. */
  outcome: PaperOutcome | null;
  promises: readonly PaperPromise[];
  /** Those of the album that go on, in its order. */
  photos: readonly PaperPhoto[];
}

/** A visit as papers tell of it. */
export interface PaperVisit extends ToldAfterwards {
  reference: string;
  kind: VisitKind;
  title: string;
  purpose: string;
  topics: readonly string[];
  programs: readonly string[];
  questions: readonly string[];
  mode: VisitMode;
  place: string;
  meetingLink: string | null;
  time: DayTime;
  /** What the host proposes instead; null for nothing. */
  proposed: DayTime | null;
  zone: Zone;
  word: HostWord;
  /** Why the host declined; null where nobody said. */
  reason: string | null;
  tookPlace: boolean;
  /** The leading guest, and those who joined it. */
  guests: readonly [PaperOffice, ...PaperOffice[]];
  host: PaperOffice;
  /** How many guests come. */
  party: number;
  contact: { name: string; phone: string | null };
  conditions: string;
  request: NumberedLetter;
  reply: NumberedLetter;
  assignment: NumberedLetter;
  /** Those of the guests' side who were there, or who come. */
  people: readonly PaperGuest[];
}

/** A line of the register as its paper says it. */
export interface PaperLetter extends LetterValues {
  organisation: string;
  snapshot: LetterSnapshot;
  details: LetterDetails;
  /** Of a notula: what was said in the sessions. */
  minutes: readonly SessionMinutes[];
  /** What the office's signing service finds the place of its code by. */
  signatureMark: string;
}

/** A certificate that was issued to somebody. */
export interface PaperCertificate {
  name: string;
  position: string | null;
  office: string | null;
  /** As people type it. */
  code: string;
  /** Where anybody checks it. */
  url: string;
}

/** All that a paper is written from. */
export interface PaperFacts {
  letter: PaperLetter;
  /** Who signs for the other side of the visit on that day; null for a trip, and where nobody is written down. */
  otherSigner: { name: string; position: string } | null;
  /** Those that were issued with the letter and stand. */
  certificates: readonly PaperCertificate[];
  /** The visit, or the legs of a trip in the order of time. */
  visits: readonly [PaperVisit, ...PaperVisit[]];
}

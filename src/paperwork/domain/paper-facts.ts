import type { DayTime } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitKind, VisitMode } from '../../visits/domain/index.js';
import type { LetterValues } from './letter-fields.js';
import type { LetterSnapshot } from './letter-snapshot.js';

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

/** A visit as papers tell of it. */
export interface PaperVisit {
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
  /** Those of the guests' side who were there, or who come. */
  people: readonly PaperGuest[];
}

/** A line of the register as its paper says it. */
export interface PaperLetter extends LetterValues {
  organisation: string;
  snapshot: LetterSnapshot;
}

/** All that a paper is written from. */
export interface PaperFacts {
  letter: PaperLetter;
  /** The visit, or the legs of a trip in the order of time. */
  visits: readonly [PaperVisit, ...PaperVisit[]];
}

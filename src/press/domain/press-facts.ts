import type { DayTime } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitKind, VisitMode } from '../../visits/domain/index.js';

/** An organisation as press texts name it. */
export interface PressOffice {
  code: string;
  name: string;
  /** Its town or regency; null where that is not known. */
  place: string | null;
}

/** What the head of an office said and lets be printed. */
export interface ApprovedQuote {
  office: string;
  speaker: string;
  position: string;
  words: string;
}

/** What can be counted of a visit or a practice, as a sentence has it. */
export interface ToldResult {
  /** `luas lahan`. */
  what: string;
  /** `2,5 hektare`. */
  amount: string;
  /** Calendar date as a sentence has it: `30 Oktober 2025`. */
  on: string;
}

/** A product as a sentence has it, without the names of those who make it. */
export interface ToldProduct {
  name: string;
  maker: string;
  /** `Rp10.000 per bungkus`; empty where nobody said. */
  price: string;
}

/** How many of a party came, or are to come while nobody has said who was there. */
export interface PressParty {
  office: string;
  name: string;
  count: number;
  /** What its leader is, where that is the head of the office: `Kepala Bapas Kelas II Purwokerto`. */
  leader: string | null;
}

/** Which visit of a trip it is. */
export interface PressLeg {
  title: string;
  place: number;
  count: number;
}

/** All that a press text is written from: the text of an office says nothing that does not stand here. */
export interface PressFacts {
  /** Whose text it is. */
  office: PressOffice;
  kind: VisitKind;
  title: string;
  purpose: string;
  topics: readonly string[];
  programs: readonly { framework: string; number: number | null; title: string }[];
  mode: VisitMode;
  place: string;
  time: DayTime;
  /** The host's. */
  zone: Zone;
  guests: readonly [PressOffice, ...PressOffice[]];
  host: PressOffice;
  parties: readonly PressParty[];
  /** Others who came: invited people and partners. */
  invited: number;
  /** Sessions of the agenda, by their kinds. */
  sessions: readonly { kind: string; title: string }[];
  /** Null before a summary is out. */
  summary: { outcomes: string; decisions: string } | null;
  /** What a guest wanted to learn, and was answered. */
  learned: readonly { question: string; answer: string }[];
  followUps: readonly { what: string; office: string; dueOn: string }[];
  results: readonly ToldResult[];
  products: readonly ToldProduct[];
  quotes: readonly ApprovedQuote[];
  leg: PressLeg | null;
  /** Photos that may leave the visit. */
  photos: number;
}

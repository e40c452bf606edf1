import { isNip } from '../../platform/text/nip.js';

/** The office whose letter it is, as its letterhead said it. */
interface SnapshotOffice {
  code: string;
  name: string;
  letterhead: string[];
  /** Digest of the emblem; null for none. */
  emblem: string | null;
  place: string;
  address: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
  webPage: string | null;
}

/** Somebody in a letter. */
interface SnapshotPerson {
  name: string;
  /** 18 digits; shown whole on the paper, and by a press. */
  nip: string | null;
  rank: string | null;
  position: string | null;
}

/** Somebody of the party that a letter is about. */
interface SnapshotMember extends SnapshotPerson {
  office: string | null;
}

/** What was true on the day: it stays in the letter when people and units change. */
export interface LetterSnapshot {
  /** `YYYY-MM-DD`, by the office's calendar. */
  takenOn: string;
  office: SnapshotOffice;
  /** Who signs, with the post as it stands above the signature; null where nobody was written down. */
  signer: SnapshotPerson | null;
  /** The office's own people in the party. */
  party: SnapshotMember[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isNipOrNull = (value: unknown): boolean => value === null || (isText(value) && isNip(value));

type Rules = Readonly<Record<string, (value: unknown) => boolean>>;

/** Exactly these fields, each as its rule says. */
const holds =
  (rules: Rules) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => Object.hasOwn(rules, name)) &&
    Object.entries(rules).every(([name, rule]) => rule((value as Record<string, unknown>)[name]));

const person = { name: isText, nip: isNipOrNull, rank: isTextOrNull, position: isTextOrNull };
const isPerson = holds(person);
const isMember = holds({ ...person, office: isTextOrNull });
const isOffice = holds({
  ...{ code: isText, name: isText, letterhead: isTexts, emblem: isTextOrNull, place: isText },
  ...{ address: isTextOrNull, postcode: isTextOrNull, phone: isTextOrNull },
  ...{ email: isTextOrNull, webPage: isTextOrNull },
});
const isSnapshot = holds({
  takenOn: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value),
  office: isOffice,
  signer: (value) => value === null || isPerson(value),
  party: (value) => Array.isArray(value) && value.every(isMember),
});

/** What was stored as a snapshot, or is to be. @throws Error for anything else: a letter is never half right */
export function asSnapshot(value: unknown): LetterSnapshot {
  if (!isSnapshot(value)) throw new Error('this is no snapshot of a letter');
  return value as LetterSnapshot;
}

import { patternsOf, type Found } from './mark-pattern.js';
import { ANONYMOUS_NAME, type Marks } from './subject.js';

const GONE = '(dihapus)';

/** Nothing grows by being replaced, so that it fits where it stood. */
const fitting = (found: string, ...wanted: readonly string[]): string =>
  wanted.find((words) => words.length <= found.length) ?? '…';

/** What an object tells of somebody beside the name. */
const aboutPeople = ['position', 'rank', 'nip', 'office', 'phone', 'email'];
const aboutImported = ['jabatan', 'pangkat', 'nip', 'telepon', 'surel', 'instansi'];
const identifying = ['name', 'nama', 'nip', 'phone', 'telepon', 'email', 'surel'];

/** Fields of a history whose values are of the participant that it is about. */
const ofParticipant = /^participant(?:\.(?:name|office|position|rank|nip|email|phone|representedBy))?$/;

/** Whose signature stands under a letter: it stays. */
const HELD = 'signer';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Takes somebody out of words and of what is made of words. */
export class Blotter {
  private readonly patterns: readonly Found[];

  /** @param key stands in keys for somebody, once for each erasure */
  constructor(
    marks: Marks,
    private readonly key: string,
  ) {
    this.patterns = patternsOf(marks);
  }

  finds(text: string): boolean {
    return this.patterns.some(({ pattern }) => text.search(pattern) >= 0);
  }

  /** Whether a text is them, and says nothing else. */
  isNothingBut(text: string): boolean {
    return this.finds(text) && this.replaced(text, () => '').trim() === '';
  }

  /** The same text for what does not name them. */
  text(text: string): string {
    return this.replaced(text, ({ kind }, found) =>
      kind === 'names' ? fitting(found, ANONYMOUS_NAME, GONE) : fitting(found, GONE),
    );
  }

  /** Of a key: what stands for an address or a name stays one of a kind. */
  keyText(text: string): string {
    return this.replaced(text, ({ kind, index }) => `dihapus-${this.key}-${kind.slice(0, 1)}${index}`);
  }

  json(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (typeof value !== 'object' || value === null) return value;
    return this.object(value);
  }

  private object(object: JsonObject): JsonObject {
    const blotted = Object.fromEntries(
      Object.entries(object).map(([key, value]) => [key, key === HELD ? value : this.json(value)]),
    );
    const isAbout = (key: string): boolean => {
      const value = object[key];
      return typeof value === 'string' && this.finds(value);
    };
    if (identifying.some(isAbout)) return this.withoutDetails(blotted);
    if (isAbout('about') && ofParticipant.test(String(object['field']))) {
      const gone = (value: Json | undefined): Json => (value === null || value === undefined ? null : GONE);
      return { ...blotted, before: gone(object['before']), after: gone(object['after']) };
    }
    return blotted;
  }

  /** What is told beside a name of whoever is gone. */
  private withoutDetails(object: JsonObject): JsonObject {
    const isImported = Object.hasOwn(object, 'nama');
    const details = isImported ? aboutImported : aboutPeople;
    return Object.fromEntries(
      Object.entries(object).map(([key, value]) => {
        if (!details.includes(key)) return [key, value];
        return [key, isImported ? '' : null];
      }),
    );
  }

  private replaced(text: string, by: (mark: Found, found: string) => string): string {
    return this.patterns.reduce((left, mark) => left.replace(mark.pattern, (found) => by(mark, found)), text);
  }
}

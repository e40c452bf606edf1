import type { TextPart } from '../../platform/text/marked-text.js';
import { lexemesOf, type SearchPlan } from './search-plan.js';

/** One word of a row, and how many words after the one before it stands. */
interface RowWord {
  lexemes: readonly string[];
  distance: number;
}

/** Words that are looked for in a row; one word alone is a row too. */
export interface WordRow {
  /** The number of the term that is found by it. */
  term: number;
  words: readonly RowWord[];
}

/** What is looked for in a text. */
export interface LookedFor {
  /** Every row by which a note may be found. */
  rows: readonly WordRow[];
  /** What every word with a stem of the rows has in it. */
  cores: readonly string[];
}

/** A word that was found: its number in the text, and the number of the term that it is of. */
type FoundWord = readonly [word: number, term: number];

/** A text with its words, and of those that may be looked for how they are written. */
export interface ReadText {
  text: string;
  /** Where each word starts and ends. */
  starts: readonly number[];
  ends: readonly number[];
  /** In small letters, by the number of the word. */
  likely: ReadonlyMap<number, string>;
}

const MOST_FRAGMENTS = 2;
const MOST_WORDS = 22;
/** Of a text in which nothing was found. */
const BEGINNING_WORDS = 12;
const BETWEEN = ' … ';
/** What a word tells of its term where it is the first of it in an excerpt, and where it is not. */
const [FIRST, AGAIN] = [4, 1];

/** What a plan looks for in a text. */
export function lookedForBy(plan: SearchPlan): LookedFor {
  const rows = rowsOf(plan);
  const stems = rows.flatMap(({ words }) => words.flatMap(({ lexemes }) => lexemes));
  return { rows, cores: [...new Set(stems.map(coreOf))] };
}

/**
 * The stemmer takes beginnings and ends from a word, and changes a letter at the most, the first of the stem (menyapu and
 * memakai: sapu and pakai).
 */
const coreOf = (stem: string): string => stem.replace(/^[ps](?=[aeiou])/, '');

const rowsOf = ({ terms }: SearchPlan): WordRow[] =>
  terms.flatMap(({ alternatives }, term) =>
    alternatives
      .flatMap(({ query }) => query.split(' & '))
      .map((row) => {
        const parts = row.split(/ <(\d+)> /);
        const words = parts.filter((_, at) => at % 2 === 0);
        return {
          term,
          words: words.map((word, at) => ({
            lexemes: lexemesOf(word),
            distance: Number(parts[2 * at - 1] ?? 0),
          })),
        };
      }),
  );

const isAsciiWord = Array.from({ length: 128 }, (_, code) => /[\dA-Za-z]/.test(String.fromCharCode(code)));
const isWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiWord[code] === true : /[\p{L}\p{N}]/u.test(text.charAt(at));
};

/** Small letters, each at the place of the large one. */
function small(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Finds the words of a text, and which of them may be looked for. */
export function readText(text: string, { cores }: LookedFor): ReadText {
  const starts: number[] = [];
  const ends: number[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    if (isWord(text, at) === isInside) continue;
    (isInside ? ends : starts).push(at);
    isInside = !isInside;
  }
  if (isInside) ends.push(text.length);
  const lower = small(text);
  const likely = new Map<number, string>();
  for (const core of cores) {
    for (let at = lower.indexOf(core); at !== -1; at = lower.indexOf(core, at + 1)) {
      const word = lastUpTo(starts, at);
      likely.set(word, lower.slice(starts[word], ends[word]));
    }
  }
  return { text, starts, ends, likely };
}

/** Where in ascending numbers the last one up to a number stands. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The words of a text that are looked for, in their order.
 *
 * @param stems of all words that are likely
 */
export function wordsFound(
  { likely }: ReadText,
  { rows }: LookedFor,
  stems: ReadonlyMap<string, string>,
): FoundWord[] {
  const found = new Map<number, number>();
  const has = (at: number, lexemes: readonly string[]): boolean => {
    const word = likely.get(at);
    return word !== undefined && lexemes.includes(stems.get(word) ?? word);
  };
  for (const first of likely.keys()) {
    for (const { term, words } of rows) {
      const row: number[] = [];
      let at = first;
      for (const { lexemes, distance } of words) {
        at += distance;
        if (!has(at, lexemes)) break;
        row.push(at);
      }
      if (row.length < words.length) continue;
      for (const word of row) found.set(word, term);
    }
  }
  return [...found].sort(([one], [other]) => one - other);
}

/** A text with the words that were found in it marked, whole or from one word to another. */
export function markedText(
  { text, starts, ends }: ReadText,
  found: readonly FoundWord[],
  first = 0,
  last = starts.length - 1,
): TextPart[] {
  const until = last === starts.length - 1 ? text.length : (ends[last] as number);
  const parts: TextPart[] = [];
  let at = first === 0 ? 0 : (starts[first] as number);
  for (const [word] of found) {
    if (word < first || word > last) continue;
    const [start, end] = [starts[word] as number, ends[word] as number];
    parts.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
    at = end;
  }
  parts.push({ text: text.slice(at, until), isHit: false });
  return parts.filter((part) => part.text !== '');
}

/** Pieces of a text that tell the most of what was found in it; its beginning where nothing was. */
export function excerptOf(read: ReadText, found: readonly FoundWord[]): TextPart[] {
  const last = read.starts.length - 1;
  const fragments = fragmentsOf(found, last);
  if (fragments.length === 0) return markedText(read, [], 0, Math.min(last, BEGINNING_WORDS - 1));
  return fragments.flatMap(([from, to], index) => [
    ...(index === 0 ? [] : [{ text: BETWEEN, isHit: false }]),
    ...markedText(read, found, from, to),
  ]);
}

/** The best stretches of words, in their order, none of which has a word of another. */
function fragmentsOf(found: readonly FoundWord[], last: number): [from: number, to: number][] {
  const fragments: [from: number, to: number][] = [];
  const told = new Set<number>();
  let left = found;
  while (fragments.length < MOST_FRAGMENTS && left.length > 0) {
    const best = richest(left, told);
    for (const [, term] of best) told.add(term);
    const [first, end] = [best[0]?.[0] ?? 0, best.at(-1)?.[0] ?? 0];
    const least = Math.max(0, ...fragments.filter(([, to]) => to < first).map(([, to]) => to + 1));
    const most = Math.min(last, ...fragments.filter(([from]) => from > end).map(([from]) => from - 1));
    const ahead = Math.floor((MOST_WORDS - (end - first + 1)) / 2);
    const from = Math.max(least, Math.min(first - ahead, most - MOST_WORDS + 1));
    const to = Math.min(most, from + MOST_WORDS - 1);
    fragments.push([from, to]);
    left = left.filter(([word]) => word < from || word > to);
  }
  const [one, other] = fragments.sort(([one], [other]) => one - other);
  return one && other && one[1] + 1 === other[0] ? [[one[0], other[1]]] : fragments;
}

/** The words within one stretch that tell the most. */
function richest(found: readonly FoundWord[], told: ReadonlySet<number>): FoundWord[] {
  let best: { words: FoundWord[]; worth: number } = { words: [], worth: 0 };
  found.forEach(([first], at) => {
    const words = found.slice(at, at + MOST_WORDS).filter(([word]) => word < first + MOST_WORDS);
    const terms = new Set(words.map(([, term]) => term).filter((term) => !told.has(term)));
    const worth = FIRST * terms.size + AGAIN * (words.length - terms.size);
    if (worth > best.worth) best = { words, worth };
  });
  return best.words;
}

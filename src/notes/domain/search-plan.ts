import { sameStems } from './same-stems.js';
import type { WantedWords } from './search-words.js';

/** What the database knows of a word. */
export interface KnownWord {
  stem: string;
  /** Too common to be looked for. */
  isStop: boolean;
  /** Words of notes that are spelt alike; empty when the word itself stands in one. */
  near: readonly string[];
}

/** One way to write a synonym: its words, and their stems. */
export interface SynonymTerm {
  words: readonly string[];
  stems: readonly string[];
}

/** What a plan is made from. */
export interface SearchFacts {
  words: ReadonlyMap<string, KnownWord>;
  /** Groups of terms that mean the same. */
  synonyms: readonly (readonly SynonymTerm[])[];
  /** Stems that no note has: not asked for, which is quicker and finds the same. What is not known to be absent is none. */
  absent: ReadonlySet<string>;
}

/** One way in which a note may have a term. */
export interface Alternative {
  /** As PostgreSQL reads a tsquery; its lexemes are final. */
  query: string;
  /** What a hit counts, in relation to the term as it was typed. */
  weight: number;
}

/** One thing that is looked for, in any of its ways. */
export interface SearchTerm {
  /** As it was typed. */
  shown: string;
  alternatives: Alternative[];
  /** Stood in quotation marks: a note without it is not found. */
  isRequired: boolean;
  /** Words of notes that may be meant, when the term is one word that no note has. */
  near: readonly string[];
}

export interface SearchPlan {
  terms: SearchTerm[];
  /** A tsquery of what no note may have; null for nothing. */
  excluded: string | null;
}

/** What the ways of having a term count. A row of words outranks its scattered words. */
const weights = { typed: 1, synonym: 0.8, scattered: 0.6 } as const;

/** What to ask the database for the words that were typed. */
export function planSearch(wanted: readonly WantedWords[], facts: SearchFacts): SearchPlan {
  const excluded = wanted
    .filter(({ isExcluded }) => isExcluded)
    .map(({ words }) => inRow(words, facts))
    .filter((query) => query !== null);
  const terms: SearchTerm[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    terms.push(...plainTerms(plain, facts));
    plain = [];
  };
  for (const { words, isPhrase, isExcluded } of wanted) {
    if (!isPhrase && !isExcluded) {
      plain.push(...words);
      continue;
    }
    flush();
    const query = isExcluded ? null : inRow(words, facts);
    if (query !== null) {
      const alternatives = [{ query, weight: weights.typed }];
      terms.push({ shown: words.join(' '), alternatives, isRequired: true, near: [] });
    }
  }
  flush();
  return { terms: onlyOnce(terms), excluded: excluded.length > 0 ? excluded.join(' | ') : null };
}

/** Every stem that plain words are likely to be looked for by. */
export function lexemesFor(
  words: readonly string[],
  stems: ReadonlyMap<string, string>,
  synonyms: SearchFacts['synonyms'],
): string[] {
  const known = new Map([...stems].map(([word, stem]) => [word, { stem, isStop: false, near: [] }]));
  const terms = plainTerms(words, { words: known, synonyms, absent: new Set() });
  const queries = terms.flatMap(({ alternatives }) => alternatives.map(({ query }) => query));
  return [...new Set(queries.flatMap(lexemesOf))];
}

/** The stems of a tsquery. */
export const lexemesOf = (query: string): string[] =>
  [...query.matchAll(/'((?:[^'\\]|''|\\.)*)'/g)].map(([, inside = '']) =>
    inside.replaceAll(/'(')|\\(.)/g, '$1$2'),
  );

/** What was typed with words in the place of others. */
export function withWords(wanted: readonly WantedWords[], meant: ReadonlyMap<string, string>): WantedWords[] {
  return wanted.map((part) => ({
    ...part,
    words: part.isExcluded || part.isPhrase ? part.words : part.words.map((word) => meant.get(word) ?? word),
  }));
}

function plainTerms(words: readonly string[], facts: SearchFacts): SearchTerm[] {
  const terms: SearchTerm[] = [];
  const stems = words.map((word) => {
    const known = facts.words.get(word);
    return { word, stems: known ? sameStems(word, known.stem) : [] };
  });
  for (let at = 0; at < words.length;) {
    const { length, groups } = longestSynonym(stems, at, facts);
    const taken = words.slice(at, at + Math.max(length, 1));
    at += taken.length;
    const [first = ''] = taken;
    if (length === 0 && (facts.words.get(first)?.isStop ?? false)) continue;
    terms.push(termOf(taken, groups, facts));
  }
  return terms;
}

function termOf(
  words: readonly string[],
  groups: readonly (readonly SynonymTerm[])[],
  facts: SearchFacts,
): SearchTerm {
  const typed = partsOf(words, facts);
  const ways: Way[] = typed.some((part) => part !== null)
    ? [{ parts: typed, weight: weights.typed, query: rowOf(typed, facts) }]
    : [];
  for (const synonym of groups.flat()) {
    const parts = synonym.words.map((word, i) => ({ word, stem: synonym.stems[i] ?? word }));
    const query = rowOf(parts, facts);
    if (ways.some((known) => known.query === query)) continue;
    ways.push({ parts, weight: weights.synonym, query });
  }
  const parts = typed.filter((part) => part !== null);
  if (words.length > 1 && parts.length > 1) {
    const query = parts.map((part) => anyOf(stemsOf(part, facts))).join(' & ');
    ways.push({ parts, weight: weights.scattered, query });
  }
  const near = words.length === 1 ? (facts.words.get(words[0] ?? '')?.near ?? []) : [];
  const alternatives = thoseThere(ways, facts).map(({ query, weight }) => ({ query, weight }));
  return { shown: words.join(' '), alternatives, isRequired: false, near };
}

/** Those of which every word stands in some note; where there is none, the first, which then finds nothing. */
function thoseThere(ways: readonly Way[], { absent }: SearchFacts): readonly Way[] {
  const isThere = ({ word, stem }: Part): boolean => sameStems(word, stem).some((each) => !absent.has(each));
  const there = ways.filter(({ parts }) => parts.every((part) => part === null || isThere(part)));
  return there.length > 0 ? there : ways.slice(0, 1);
}

/** The longest run of words from `at` that is a term of synonyms, and the groups it is in. */
function longestSynonym(
  words: readonly { word: string; stems: readonly string[] }[],
  at: number,
  { synonyms }: SearchFacts,
): { length: number; groups: (readonly SynonymTerm[])[] } {
  const stands = (term: SynonymTerm): boolean =>
    term.words.every((word, i) => {
      const typed = words[at + i];
      if (typed === undefined) return false;
      return typed.word === word || (term.words.length > 1 && typed.stems.includes(term.stems[i] ?? ''));
    });
  let length = 0;
  let groups: (readonly SynonymTerm[])[] = [];
  for (const group of synonyms) {
    const longest = Math.max(0, ...group.filter(stands).map((term) => term.words.length));
    if (longest > length) groups = [];
    if (longest > 0 && longest >= length) {
      groups.push(group);
      length = longest;
    }
  }
  return { length, groups };
}

/** A word of a row, with its stem. */
interface Part {
  word: string;
  stem: string;
}

interface Way extends Alternative {
  parts: readonly (Part | null)[];
}

/** The words of a row; null for those that are not indexed. */
const partsOf = (words: readonly string[], facts: SearchFacts): (Part | null)[] =>
  words.map((word) => {
    const known = facts.words.get(word);
    return known && !known.isStop ? { word, stem: known.stem } : null;
  });

/** A tsquery for words in a row; words that are not indexed keep their place. Null when none is. */
function inRow(words: readonly string[], facts: SearchFacts): string | null {
  const parts = partsOf(words, facts);
  return parts.some((part) => part !== null) ? rowOf(parts, facts) : null;
}

function rowOf(parts: readonly (Part | null)[], facts: SearchFacts): string {
  let query = '';
  let distance = 0;
  for (const part of parts) {
    distance += 1;
    if (part === null) continue;
    const lexemes = anyOf(stemsOf(part, facts));
    query = query === '' ? lexemes : `${query} <${distance}> ${lexemes}`;
    distance = 0;
  }
  return query;
}

/** The stems under which a word is looked for: those that stand in notes, or the first. */
function stemsOf({ word, stem }: Part, { absent }: SearchFacts): readonly string[] {
  const stems = sameStems(word, stem);
  const there = stems.filter((each) => !absent.has(each));
  return there.length > 0 ? there : stems.slice(0, 1);
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function anyOf(lexemes: readonly string[]): string {
  const list = lexemes.map(quoted).join(' | ');
  return lexemes.length > 1 ? `(${list})` : list;
}

function onlyOnce(terms: readonly SearchTerm[]): SearchTerm[] {
  const byQuery = new Map(
    terms.map((term) => [term.alternatives.map(({ query }) => query).join(), term] as const),
  );
  return [...byQuery.values()];
}

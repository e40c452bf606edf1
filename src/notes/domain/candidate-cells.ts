import type { SearchPlan, SearchTerm } from './search-plan.js';

/** In which share of all notes a stem stands, of those that are common; what is not told is rarer than all of them. */
export type StemShares = ReadonlyMap<string, number>;

/** What every candidate must be, said by marks; what is left out asks for nothing. */
export interface WantedMarks {
  unitType?: string | undefined;
  regionalOffice?: string | undefined;
  program?: string | undefined;
  year?: number | undefined;
}

/** Of many terms these few decide what else is worth a look: the rarest. */
const RAREST_IN_PAIRS = 3;
const RAREST_ALONE = 2;
const RAREST_IN_TITLE = 3;
/** Of so many entries of the index that are looked at, one note may be: from there on it is dearer than to look twice more. */
const LOOKING_SHARE = 1 / 20;
/** The mark of a note that several units use. */
export const USED = '#used';
/** The share of all notes from which on it is cheaper to look at notes than at the index. */
const COMMON = 0.1;

const all = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' & ');
const any = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' | ');
const quoted = (mark: string): string => `'${mark.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const lexemes = /'((?:[^'\\]|''|\\.)*)'/g;

const inAnyOrder = (query: string): string => query.replaceAll(/<\d+>/g, '&');

/** The same in the title: words in a row stand there in any order. */
const titled = (query: string): string => inAnyOrder(query).replaceAll(lexemes, "'^$1'");

/** Every way; words in a row that would do in any order are not asked for twice. */
function anyWay({ alternatives }: SearchTerm): string {
  const queries = new Set(alternatives.map(({ query }) => query));
  return any([...queries].filter((query) => query === inAnyOrder(query) || !queries.has(inAnyOrder(query))));
}

/** The sum of the shares of all stems in a query. */
const sharesOf = (query: string, shares: StemShares): number =>
  [...query.matchAll(lexemes)].reduce((sum, [, stem = '']) => sum + (shares.get(stem) ?? 0), 0);

/** How common a term is: each of its ways as the rarest word of it, each of whose stems counts. */
const shareOf = ({ alternatives }: SearchTerm, shares: StemShares): number =>
  alternatives.reduce(
    (sum, { query }) => sum + Math.min(...query.split(/ <\d+> | & /).map((word) => sharesOf(word, shares))),
    0,
  );

/** What is taken for the share of a stem of which nothing is known: it is rarer than all that are. */
const rarestShare = (shares: StemShares): number =>
  shares.size === 0 ? 0 : Math.min(...shares.values()) / 2;

/** Something to look for, and about how many notes have it. */
interface Level {
  query: string;
  notes: number;
  /** It is one term: few of several together are in a title. */
  isOne: boolean;
}

/** Words of one question stand together this much oftener than if they knew nothing of each other. */
const TOGETHER = 2;

/** What a note may have of the terms, the most first; the last holds whatever has any. */
function levels(terms: readonly Level[], of: number): Level[] {
  const together = (each: readonly Level[]): Level => {
    const share = each.reduce(
      (product, { notes }) => product * Math.min(1, (TOGETHER * notes) / of),
      1 / TOGETHER,
    );
    return {
      query: all(each.map(({ query }) => query)),
      notes: Math.min(share * of, ...each.map(({ notes }) => notes)),
      isOne: each.length === 1,
    };
  };
  const either = (each: readonly Level[]): Level => ({
    query: any(each.map(({ query }) => query)),
    notes: each.reduce((sum, { notes }) => sum + notes, 0),
    isOne: false,
  });
  const rarest = terms.slice(0, RAREST_IN_PAIRS);
  const pairs = rarest.flatMap((one, at) => rarest.slice(at + 1).map((other) => together([one, other])));
  const count = terms.length;
  return [
    together(terms),
    ...(count > 2 ? [either(pairs)] : []),
    ...(count > 1 ? terms.slice(0, RAREST_ALONE) : []),
    ...(count > RAREST_ALONE ? [either(terms)] : []),
  ];
}

/** What narrows a level: what has it in its title first, at last nothing; nothing alone where that is the cheapest. */
function narrowings(level: Level, inTitle: Level, facts: CellFacts): { more: string[]; most: number }[] {
  const { read, ranked, shares, notes } = facts;
  const dearest = Math.min(2 * read, sharesOf(level.query, shares) * notes * LOOKING_SHARE);
  if (level.notes <= Math.max(ranked, dearest)) return [{ more: [], most: 2 * read }];
  const titles = { more: [inTitle.query], most: 2 * read };
  const used = { more: [inTitle.query, quoted(USED)], most: read };
  const ofTitles = level.isOne && inTitle.notes > read ? [used, titles] : [titles];
  return [...ofTitles, { more: [], most: read }];
}

export interface CellFacts {
  shares: StemShares;
  wanted: WantedMarks;
  /** How many notes there are. */
  notes: number;
  /** How many candidates are read at the most, and how many of these are ranked. */
  read: number;
  ranked: number;
  /** How many of the most used notes are looked at for what is common. */
  lookedAt: number;
}

/** A query that an index answers by itself, and how many of its notes are looked at. */
export interface Cell {
  query: string;
  most: number;
}

/** Where candidates are looked for. */
export interface Candidates {
  /** One after the other until enough are read. */
  cells: Cell[];
  /** What has one of the rarest terms in its title: of one cell it is read first, before it what several units use. */
  inTitle: string;
  /** What so many notes have that it is found among the most used without an index; null when nothing is. */
  common: string | null;
}

/**
 * Where to look for candidates: what has the most of the terms first, and of what too many have, what has it in its
 * title. Together this holds every note that has something of what is looked for, unless it ends with what is common.
 */
export function candidatesFor({ terms, excluded }: SearchPlan, facts: CellFacts): Candidates {
  const { shares, wanted, notes, lookedAt } = facts;
  const rare = rarestShare(shares);
  const asked = terms
    .filter(({ alternatives }) => alternatives.length > 0)
    .map((term) => ({
      term,
      query: anyWay(term),
      notes: Math.max(shareOf(term, shares), rare) * notes,
      isOne: true,
    }))
    .sort((a, b) => a.notes - b.notes);
  const always = [
    ...asked.filter(({ term }) => term.isRequired).map(({ query }) => query),
    ...marksOf(wanted).map(quoted),
    ...(excluded === null ? [] : [`!(${excluded})`]),
  ];
  const titles = any(asked.slice(0, RAREST_IN_TITLE).map(({ query }) => titled(query)));
  const inTitle = { query: titles, notes: sharesOf(titles, shares) * notes, isOne: false };
  const mayBeCommon = notes > lookedAt && Object.values(wanted).every((value) => value === undefined);
  const cells: Cell[] = [];
  for (const level of levels(asked, notes)) {
    const narrowing = narrowings(level, inTitle, facts).map(({ more, most }) => ({
      query: all([level.query, ...more, ...always]),
      most,
    }));
    if (mayBeCommon && level.notes > COMMON * notes) {
      const common = all([level.query, ...always]);
      return { cells: [...cells, ...narrowing.slice(0, -1)], inTitle: titles, common };
    }
    cells.push(...narrowing);
  }
  return { cells, inTitle: titles, common: null };
}

function marksOf({ unitType, regionalOffice, program, year }: WantedMarks): string[] {
  const marks = { t: unitType, o: regionalOffice, p: program, y: year };
  return Object.entries(marks).flatMap(([sign, value]) => (value === undefined ? [] : [`#${sign}${value}`]));
}

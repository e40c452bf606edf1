import { FindNotes } from '../../src/notes/queries/find-notes.js';
import { FoundNotes } from '../../src/notes/queries/found-notes.js';
import { MatchNotes } from '../../src/notes/queries/match-notes.js';
import { ReadMeantWords } from '../../src/notes/queries/meant-words.js';
import { ReadSearchFacts } from '../../src/notes/queries/search-facts.js';
import type { SearchFacts, SearchPlan } from '../../src/notes/domain/search-plan.js';
import type { Match } from '../../src/notes/domain/note-ranking.js';
import type { TestApp } from '../support/app.js';
import { reader } from './corpus.js';

/** Answers a query with the ids of notes, the best first. */
export type Search = (query: string) => Promise<string[]>;

const FIRST = 20;

interface Changes {
  facts?: (facts: SearchFacts) => SearchFacts;
  plan?: (plan: SearchPlan) => SearchPlan;
  match?: (match: Match) => Match;
  /** Without what a misspelt word may mean. */
  asSpelt?: boolean;
}

/** The search as it is, with something taken from it. */
function changed(app: TestApp, { facts, plan, match, asSpelt = false }: Changes): Search {
  const whole = { facts: app.app.get(ReadSearchFacts), match: app.app.get(MatchNotes) };
  const readFacts = { execute: async (words: string[]) => (facts ?? same)(await whole.facts.execute(words)) };
  const matchNotes = {
    execute: async (...[actor, asked, filter]: Parameters<MatchNotes['execute']>) => {
      const found = await whole.match.execute(actor, (plan ?? same)(asked), filter);
      return { ...found, matches: found.matches.map(match ?? same) };
    },
  };
  const find = new FindNotes(
    app.clock,
    readFacts as ReadSearchFacts,
    matchNotes as MatchNotes,
    app.app.get(FoundNotes),
    asSpelt
      ? ({ execute: () => Promise.resolve(new Map()) } as unknown as ReadMeantWords)
      : app.app.get(ReadMeantWords),
  );
  return async (query) => (await find.execute(reader, query, { limit: FIRST })).items.map(({ id }) => id);
}

function same<Value>(value: Value): Value {
  return value;
}

const everyWord = (facts: SearchFacts, change: object): SearchFacts => ({
  ...facts,
  words: new Map([...facts.words].map(([word, known]) => [word, { ...known, ...change }])),
});

/** Only the stem that PostgreSQL gives: the first of those that are asked for. */
const withoutOtherStems = (plan: SearchPlan): SearchPlan => ({
  ...plan,
  terms: plan.terms.map((term) => ({
    ...term,
    alternatives: term.alternatives.map(({ query, weight }) => ({
      weight,
      query: query.replaceAll(/\(('[^']*')(?: \| '[^']*')+\)/g, '$1'),
    })),
  })),
});

/** The search, the search without each of its parts, and what there was before it. */
export const searches = (app: TestApp): Record<string, Search> => ({
  everything: changed(app, {}),
  'without stem corrections': changed(app, { plan: withoutOtherStems }),
  'without stop words': changed(app, { facts: (facts) => everyWord(facts, { isStop: false }) }),
  'without synonyms': changed(app, { facts: (facts) => ({ ...facts, synonyms: [] }) }),
  'without spelling': changed(app, { asSpelt: true }),
  'without use and freshness': changed(app, {
    match: (match) => ({ ...match, uses: 0, freshAt: app.clock.now() }),
  }),
  'the words as they stand (ILIKE)': asTheyStand(app),
});

function asTheyStand(app: TestApp): Search {
  return async (query) => {
    const rows = await app.database.query<{ id: string }>(
      `SELECT n.id FROM note n JOIN unit u ON u.code = n.unit
       WHERE n.state = 'published' AND ((n.title || ' ' || n.context || ' ' || n.what_was_done || ' ' || n.result)
         ILIKE '%' || $1 || '%' OR u.name ILIKE '%' || $1 || '%')
       ORDER BY n.changed_at DESC, n.id DESC LIMIT ${FIRST}`,
      [query],
    );
    return rows.map(({ id }) => id);
  };
}

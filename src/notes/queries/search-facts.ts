import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KnownWord, SearchFacts } from '../domain/search-plan.js';
import { wordsOf } from '../domain/search-words.js';
import { stemOf } from './word-stems.js';

interface FactsRow {
  words: (KnownWord & { word: string })[];
  terms: { id: string; term: string; stems: Record<string, string> }[];
}

/** What the database knows of words that somebody looks for: stems, words spelt alike, and all synonyms. */
@Injectable()
export class ReadSearchFacts {
  constructor(private readonly database: Database) {}

  /** In one statement. */
  async execute(words: readonly string[]): Promise<SearchFacts> {
    const [row] = await this.database.query<FactsRow>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('word', w.word, 'stem', w.stem,
             'isStop', coalesce(w.stem = ANY (search_stop_stems()), false),
             'near', coalesce((SELECT jsonb_agg(s.word) FROM (SELECT s.word FROM search_word s
               WHERE (s.word % w.word OR s.word LIKE w.word || '%')
                 AND NOT EXISTS (SELECT 1 FROM search_word x WHERE x.word = w.word)
               ORDER BY similarity(s.word, w.word) DESC, s.word LIMIT ${MOST_NEAR}) s), '[]')))
           FROM (SELECT word, ${stemOf('word')} AS stem FROM unnest($1::text[]) AS t (word)) w), '[]') AS words,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'term', term, 'stems',
             coalesce((SELECT jsonb_object_agg(word, ${stemOf('word')})
              FROM regexp_split_to_table(lower(term), '[^[:alnum:]]+') AS p (word) WHERE word <> ''), '{}')))
           FROM search_synonym g, unnest(g.terms) AS term WHERE g.removed_at IS NULL), '[]') AS terms`,
      [words],
    );
    return factsOf(row ?? { words: [], terms: [] });
  }
}

const MOST_NEAR = 12;

function factsOf({ words, terms }: FactsRow): SearchFacts {
  const groups = new Map<string, { words: string[]; stems: string[] }[]>();
  for (const { id, term, stems } of terms) {
    const termWords = wordsOf(term);
    const group = groups.get(id) ?? [];
    group.push({ words: termWords, stems: termWords.map((word) => stems[word] ?? word) });
    groups.set(id, group);
  }
  return { words: new Map(words.map(({ word, ...known }) => [word, known])), synonyms: [...groups.values()] };
}

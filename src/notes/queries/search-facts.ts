import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { lexemesFor, type KnownWord, type SearchFacts, type SynonymTerm } from '../domain/search-plan.js';
import { wordsOf } from '../domain/search-words.js';
import { stemOf, WordStems } from './word-stems.js';

interface Synonyms {
  /** What tells them from others. */
  digest: string;
  groups: readonly (readonly SynonymTerm[])[];
}

interface FactsRow {
  words: (KnownWord & { word: string })[];
  digest: string;
  /** Null when they are those of the digest that was sent. */
  terms: { id: string; term: string; stems: Record<string, string> }[] | null;
  present: string[];
}

const MOST_NEAR = 12;
/** How many stems that stand in notes are remembered. */
const MOST_PRESENT = 5000;

/** What the database knows of words that somebody looks for: stems, words spelt alike, and all synonyms. */
@Injectable()
export class ReadSearchFacts {
  private synonyms: Synonyms = { digest: '', groups: [] };
  private readonly present = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly stems: WordStems,
  ) {}

  /** In one statement. Synonyms are read when others are there than the last time. */
  async execute(words: readonly string[]): Promise<SearchFacts> {
    const asked = this.doubtful(words);
    const [row] = await this.database.query<FactsRow>(FACTS, [words, this.synonyms.digest, asked]);
    const { digest, terms, present, words: known } = row as FactsRow;
    if (terms) this.synonyms = { digest, groups: groupsOf(terms) };
    this.stems.learn(known);
    if (this.present.size > MOST_PRESENT) this.present.clear();
    for (const stem of present) this.present.add(stem);
    return {
      words: new Map(known.map(({ word, ...facts }) => [word, facts])),
      synonyms: this.synonyms.groups,
      absent: new Set(asked.filter((stem) => !present.includes(stem))),
    };
  }

  /** Stems that the words are likely to be looked for by, of which it is not known that they stand in a note. */
  private doubtful(words: readonly string[]): string[] {
    const known = this.stems.known(words);
    if (known === null) return [];
    return lexemesFor(words, known, this.synonyms.groups).filter((stem) => !this.present.has(stem));
  }
}

const FACTS = `SELECT
    coalesce((SELECT jsonb_agg(jsonb_build_object('word', w.word, 'stem', w.stem,
        'isStop', coalesce(w.stem = ANY (search_stop_stems()), false),
        'near', coalesce((SELECT jsonb_agg(s.word) FROM (SELECT s.word FROM search_word s
          WHERE (s.word % w.word OR s.word LIKE w.word || '%')
            AND NOT EXISTS (SELECT 1 FROM search_word x WHERE x.word = w.word)
          ORDER BY similarity(s.word, w.word) DESC, s.word LIMIT ${MOST_NEAR}) s), '[]')))
      FROM (SELECT word, ${stemOf('word')} AS stem FROM unnest($1::text[]) AS t (word)) w), '[]') AS words,
    d.digest,
    CASE WHEN d.digest <> $2 THEN
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'term', term, 'stems',
          coalesce((SELECT jsonb_object_agg(word, ${stemOf('word')})
           FROM regexp_split_to_table(lower(term), '[^[:alnum:]]+') AS p (word) WHERE word <> ''), '{}')))
        FROM search_synonym g, unnest(g.terms) AS term WHERE g.removed_at IS NULL), '[]') END AS terms,
    ARRAY(SELECT stem FROM unnest($3::text[]) AS a (stem)
      WHERE EXISTS (SELECT FROM note_search s WHERE s.vector @@ array_to_tsvector(ARRAY[stem])::text::tsquery)) AS present
  FROM (SELECT coalesce(md5(string_agg(g.id || g.terms::text, ',' ORDER BY g.id)), 'none') AS digest
    FROM search_synonym g WHERE g.removed_at IS NULL) d`;

function groupsOf(terms: NonNullable<FactsRow['terms']>): SynonymTerm[][] {
  const groups = new Map<string, SynonymTerm[]>();
  for (const { id, term, stems } of terms) {
    const words = wordsOf(term);
    const group = groups.get(id) ?? [];
    group.push({ words, stems: words.map((word) => stems[word] ?? word) });
    groups.set(id, group);
  }
  return [...groups.values()];
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { closestWords, mostUsed } from '../domain/close-words.js';

const MOST_NEAR = 12;
/** Words in more notes than this are as common as each other. */
const MOST_COUNTED = 200;

/** Which words of notes may be meant by words that no note has. */
@Injectable()
export class ReadMeantWords {
  constructor(private readonly database: Database) {}

  /**
   * In one statement, or in two when several words are equally close.
   *
   * @returns what may be meant, by the word that was typed; without those that nothing is close to, or that a note has
   */
  async execute(typed: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const close = (await this.near(typed)).map(({ word, near }) => ({
      word,
      close: closestWords(word, near),
    }));
    const doubtful = close.flatMap((each) => (each.close.length > 1 ? each.close : []));
    const notes = doubtful.length > 0 ? await this.notesWith(doubtful) : new Map<string, number>();
    return new Map(
      close.flatMap((each) => {
        const meant = mostUsed(each.close, notes);
        return meant === null ? [] : [[each.word, meant] as const];
      }),
    );
  }

  private near(typed: readonly string[]): Promise<{ word: string; near: string[] }[]> {
    return this.database.query(
      `SELECT w.word, ARRAY(SELECT s.word FROM search_word s WHERE s.word % w.word OR s.word LIKE w.word || '%'
           ORDER BY similarity(s.word, w.word) DESC, s.word LIMIT ${MOST_NEAR}) AS near
       FROM unnest($1::text[]) AS w (word) WHERE NOT EXISTS (SELECT 1 FROM search_word x WHERE x.word = w.word)`,
      [typed],
    );
  }

  private async notesWith(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ word: string; notes: number }>(
      `SELECT w.word, (SELECT count(*)::int FROM (SELECT FROM note_search s
         WHERE s.vector @@ to_tsquery('pg_catalog.indonesian', w.word) LIMIT ${MOST_COUNTED}) counted) AS notes
       FROM unnest($1::text[]) AS w (word)`,
      [words],
    );
    return new Map(rows.map(({ word, notes }) => [word, notes]));
  }
}

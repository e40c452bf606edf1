import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { closestWords, mostUsed } from '../domain/close-words.js';

/** Words in more notes than this are as common as each other. */
const MOST_COUNTED = 200;

/** Which words of notes are meant by words that no note has. */
@Injectable()
export class ReadMeantWords {
  constructor(private readonly database: Database) {}

  /**
   * In one statement when several words are equally close, else in none.
   *
   * @param missed what was typed, with the words that are spelt alike
   * @returns what may be meant, by the word that was typed; without those that nothing is close to
   */
  async execute(
    missed: readonly { shown: string; near: readonly string[] }[],
  ): Promise<ReadonlyMap<string, string>> {
    const close = missed.map(({ shown, near }) => ({ shown, words: closestWords(shown, near) }));
    const doubtful = close.flatMap(({ words }) => (words.length > 1 ? words : []));
    const notes = doubtful.length > 0 ? await this.notesWith(doubtful) : new Map<string, number>();
    return new Map(
      close.flatMap(({ shown, words }) => {
        const meant = mostUsed(words, notes);
        return meant === null ? [] : [[shown, meant] as const];
      }),
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

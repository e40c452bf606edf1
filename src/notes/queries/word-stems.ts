import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The stem of a word, an expression; the parser takes what has a digit as it is. */
export const stemOf = (word: string): string =>
  `CASE WHEN ${word} ~ '[0-9]' THEN ${word} ELSE coalesce((ts_lexize('indonesian_stem', ${word}))[1], ${word}) END`;

/** Of how many words the stems are remembered. */
const MOST_KNOWN = 5000;

/** By what words are indexed, as PostgreSQL's dictionary has them; it never changes while a process runs. */
@Injectable()
export class WordStems {
  private readonly stems = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** In one statement when there are words among them that nobody asked for, else in none. */
  async execute(words: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const stems = new Map<string, string>();
    const unknown: string[] = [];
    for (const word of words) {
      const stem = this.stems.get(word);
      if (stem === undefined) unknown.push(word);
      else stems.set(word, stem);
    }
    if (unknown.length === 0) return stems;
    const asked = await this.ask(unknown);
    this.learn(asked);
    for (const { word, stem } of asked) stems.set(word, stem);
    return stems;
  }

  /** What is known already; null when a word is not. */
  known(words: readonly string[]): ReadonlyMap<string, string> | null {
    const known = words.flatMap((word) => {
      const stem = this.stems.get(word);
      return stem === undefined ? [] : [[word, stem] as const];
    });
    return known.length === words.length ? new Map(known) : null;
  }

  learn(words: readonly { word: string; stem: string }[]): void {
    if (this.stems.size + words.length > MOST_KNOWN) this.stems.clear();
    for (const { word, stem } of words) this.stems.set(word, stem);
  }

  private ask(words: readonly string[]): Promise<{ word: string; stem: string }[]> {
    return this.database.query(`SELECT word, ${stemOf('word')} AS stem FROM unnest($1::text[]) AS w (word)`, [
      words,
    ]);
  }
}

import { createHash } from 'node:crypto';

/** How many texts are prepared at the most, by each connection that meets them: each takes memory there. */
const MOST_PREPARED = 500;
/** How many texts that came once are remembered, to know the second time. */
const MOST_REMEMBERED = 2000;

/** One statement of rows; what ends in a further statement, or changes the schema, is none. */
const STATEMENT = /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|MERGE)\b[^;]*$/i;

/**
 * Which statements get a name, by which PostgreSQL parses each once a connection and, once it finds that one plan serves
 * all parameters, plans it once too (PREPARE, `plan_cache_mode`). Of texts that come a second time, so that what is written
 * for one occasion takes no place.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private readonly seen = new Set<string>();
  private readonly refused = new Set<string>();

  /** The name of a statement; null for one that is sent as it is. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST_PREPARED || this.refused.has(text) || !STATEMENT.test(text)) return null;
    if (!this.seen.delete(text)) {
      if (this.seen.size >= MOST_REMEMBERED) this.seen.clear();
      this.seen.add(text);
      return null;
    }
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.names.set(text, name);
    return name;
  }

  /** Sends a statement as it is from now on. */
  refuse(text: string): void {
    this.names.delete(text);
    this.refused.add(text);
  }
}

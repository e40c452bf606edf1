import { Injectable } from '@nestjs/common';
import { patternOf, type Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { everNamed, partnerNamed, partnerPattern } from '../../units/index.js';

/** How many of the last visits tell whether words are rare, and how many of these may have them. */
const SAMPLE = 500;
const MOST_IN_SAMPLE = 3;
/** What the index of three signs in a row can find. */
const threeInRow = /[\p{L}\p{N}]{3}/u;

/** Words that visits are looked for by, as they are. */
export interface WantedName {
  /** A LIKE pattern. */
  pattern: string;
  /** Codes of the organisations that have such a name, now or on other days. */
  named: string[];
  /** The same and partners with such a name in another writing, by which they are found where they joined. */
  joined: string[];
  /** Whether so few visits have them that all these can be gathered; else the first of all that have them are soon found. */
  isRare: boolean;
}

const isJoined = `NOT jg.is_leading AND jg.answer = 'joined'`;

/** Leaves only the visits `v` that have words in their title, reference or a name. */
export function areNamed(where: Conditions, { pattern, named, joined }: WantedName): void {
  where.add(
    (words, codes, guests) => `v.title ILIKE ${words} OR v.reference ILIKE ${words}
      OR v.guest_unit = ANY (${codes}::text[]) OR v.host_unit = ANY (${codes}::text[])
      OR ARRAY(SELECT jg.organisation FROM visit_guest jg WHERE jg.visit_id = v.id AND ${isJoined}) && ${guests}::text[]`,
    pattern,
    named,
    joined,
  );
}

/**
 * The ids of the same visits, as a statement that reads few others: all with the words in title or reference, and of
 * each organisation of that name the first.
 *
 * @param first the statement for the ids of the first visits `v` that meet a condition
 */
export function namedVisits(
  where: Conditions,
  { pattern, named, joined }: WantedName,
  first: (condition: string) => string,
): string {
  const [words, codes, guests] = [where.place(pattern), where.place(named), where.place(joined)];
  const ofEach = (column: string): string =>
    `SELECT of.id FROM unnest(${codes}::text[]) c (code) CROSS JOIN LATERAL (${first(`v.${column} = c.code`)}) of`;
  return `SELECT id FROM visit WHERE title ILIKE ${words} UNION SELECT id FROM visit WHERE reference ILIKE ${words}
    UNION ${ofEach('guest_unit')} UNION ${ofEach('host_unit')}
    UNION SELECT visit_id FROM visit_guest jg WHERE jg.organisation = ANY (${guests}::text[]) AND ${isJoined}`;
}

/** What words mean among visits. */
@Injectable()
export class ReadWantedName {
  constructor(private readonly database: Database) {}

  /** In one statement, that reads the last visits as a sample. */
  async execute(query: string): Promise<WantedName> {
    const pattern = patternOf(query);
    const [row] = await this.database.query<{ named: string[]; joined: string[]; visits: number }>(
      `WITH organisation AS MATERIALIZED (
         SELECT u.code, ${everNamed('u', '$1')} AS named, ${partnerNamed('u', '$2')} AS known FROM unit u)
       SELECT ARRAY(SELECT code FROM organisation WHERE named) AS named,
         ARRAY(SELECT code FROM organisation WHERE named OR known) AS joined,
         (SELECT count(*)::int FROM (SELECT title, reference, guest_unit, host_unit FROM visit
            ORDER BY starts_at DESC, id DESC LIMIT ${SAMPLE}) v
          WHERE v.title ILIKE $1 OR v.reference ILIKE $1
            OR v.guest_unit IN (SELECT code FROM organisation WHERE named)
            OR v.host_unit IN (SELECT code FROM organisation WHERE named)) AS visits`,
      [pattern, partnerPattern(query)],
    );
    const { named = [], joined = [], visits = 0 } = row ?? {};
    return { pattern, named, joined, isRare: visits <= MOST_IN_SAMPLE && threeInRow.test(query) };
  }
}

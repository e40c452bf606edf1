import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Match } from '../domain/note-ranking.js';
import type { SearchPlan } from '../domain/search-plan.js';
import { noteConditions, type NoteFilter } from './note-conditions.js';

/** What a hit counts by where it stands: in what else there is, the text, topics and names, the title. */
const PLACE_WEIGHTS = '{0.15, 0.3, 0.6, 1}';
/** More are not ranked: those with the most terms stay. */
const MOST_MATCHES = 500;

export interface Matches {
  matches: Match[];
  /** How many notes there are at all. */
  notes: number;
  /** There are more than are ranked. */
  isCut: boolean;
}

/** The notes somebody may read that have something of what is looked for, and how strongly they have it. */
@Injectable()
export class MatchNotes {
  constructor(private readonly database: Database) {}

  /** In one statement. */
  async execute(actor: Actor, plan: SearchPlan, filter: NoteFilter): Promise<Matches> {
    const wishes = plan.terms.flatMap(({ alternatives }, term) =>
      alternatives.map(({ query, weight }) => ({ term, query, weight })),
    );
    if (wishes.length === 0) return { matches: [], notes: 0, isCut: false };
    const where = noteConditions(actor, filter);
    where.add((any) => `s.vector @@ ${any}::tsquery`, wishes.map(({ query }) => `(${query})`).join(' | '));
    for (const { isRequired, alternatives } of plan.terms) {
      const [first] = alternatives;
      if (isRequired && first) where.add((query) => `s.vector @@ ${query}::tsquery`, first.query);
    }
    if (plan.excluded !== null) where.add((query) => `NOT s.vector @@ ${query}::tsquery`, plan.excluded);
    const rows = await this.database.query<Match & { notes: number }>(
      `WITH wish AS MATERIALIZED (
         SELECT term, query::tsquery AS query, weight
         FROM jsonb_to_recordset(${where.place(JSON.stringify(wishes))}::jsonb)
           AS w (term integer, query text, weight float8)
       ), candidate AS MATERIALIZED (
         SELECT n.id, coalesce(n.published_at, n.changed_at) AS fresh_at, s.vector
         FROM note n JOIN unit u ON u.code = n.unit JOIN note_search s ON s.note_id = n.id
         WHERE ${where.sql}
       ), hit AS (
         SELECT c.id, w.term, max(w.weight * ${strength}) AS strength
         FROM candidate c JOIN wish w ON c.vector @@ w.query GROUP BY c.id, w.term
       )
       SELECT c.id, c.fresh_at AS "freshAt", (SELECT count(*)::int FROM note_use x WHERE x.note_id = c.id) AS uses,
         jsonb_object_agg(h.term, h.strength) AS strengths, (SELECT count(*)::int FROM note) AS notes
       FROM candidate c JOIN hit h ON h.id = c.id GROUP BY c.id, c.fresh_at
       ORDER BY count(*) DESC, sum(h.strength) DESC, c.id LIMIT ${MOST_MATCHES}`,
      where.parameters,
    );
    return { matches: rows, notes: rows[0]?.notes ?? 0, isCut: rows.length === MOST_MATCHES };
  }
}

/** ts_rank shares a hit among all lexemes that would do; here each is as good as the one that was typed. */
const strength = `ts_rank('${PLACE_WEIGHTS}', c.vector, w.query) * CASE WHEN w.query::text ~ '[<&]' THEN 0.6
  ELSE (length(w.query::text) - length(replace(w.query::text, '|', '')) + 1) END`;

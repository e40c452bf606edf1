import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { candidatesFor, USED, type Candidates } from '../domain/candidate-cells.js';
import type { Match } from '../domain/note-ranking.js';
import type { SearchPlan } from '../domain/search-plan.js';
import { noteConditions, type NoteFilter } from './note-conditions.js';
import { ReadNoteStatistics } from './note-statistics.js';

/** What a hit counts by where it stands: in what else there is, the text, topics and names, the title. */
const PLACE_WEIGHTS = '{0.15, 0.3, 0.6, 1}';
/** More are not ranked: those that the first cells hold stay. */
const MOST_MATCHES = 250;
/** How many are read for that, those that stand in several cells more than once. */
const MOST_READ = 1000;
/** How many of the most used are looked at for what is common. */
const MOST_LOOKED_AT = 2000;
/** With more notes than this their number is PostgreSQL's estimate. */
const MOST_COUNTED = 10_000;

export interface Matches {
  matches: Match[];
  /** How many notes there are at all. */
  notes: number;
  /** There are more than are ranked. */
  isCut: boolean;
}

/** Notes of which so few are wanted that all are looked at. */
const isNarrow = ({ unit, visit, state }: NoteFilter): boolean =>
  unit !== undefined || visit !== undefined || (state !== undefined && state !== 'published');

/** The notes somebody may read that have something of what is looked for, and how strongly they have it. */
@Injectable()
export class MatchNotes {
  constructor(
    private readonly database: Database,
    private readonly statistics: ReadNoteStatistics,
  ) {}

  /** In one statement, and now and then one for the statistics. */
  async execute(actor: Actor, plan: SearchPlan, filter: NoteFilter): Promise<Matches> {
    const wishes = plan.terms.flatMap(({ alternatives }, term) =>
      alternatives.map(({ query, weight }) => ({ term, query, weight })),
    );
    if (wishes.length === 0) return { matches: [], notes: 0, isCut: false };
    const { notes: estimated, shares } = await this.statistics.execute();
    const where = noteConditions(actor, filter);
    const mayRead = readable(actor, filter, where);
    const limits = { read: MOST_READ, ranked: MOST_MATCHES, lookedAt: MOST_LOOKED_AT };
    const candidates = candidatesFor(plan, { shares, wanted: filter, notes: estimated, ...limits });
    const reached = isNarrow(filter)
      ? reachedAmongFew(where, candidates)
      : reachedByCells(where, candidates, mayRead);
    const notes = estimated > MOST_COUNTED ? where.place(estimated) : '(SELECT count(*) FROM note)';
    const rows = await this.database.query<Match & { notes: number }>(
      `WITH wish AS MATERIALIZED (
         SELECT term, query::tsquery AS query, weight * ${alikeness} AS weight
         FROM jsonb_to_recordset(${where.place(JSON.stringify(wishes))}::jsonb)
           AS w (term integer, query text, weight float8)
       ), candidate AS MATERIALIZED (
         SELECT s.note_id AS id, s.fresh_at, s.uses, s.vector || '' AS vector
         FROM (${reached}) r JOIN note_search s ON s.note_id = r.id
       )
       SELECT c.id, c.fresh_at AS "freshAt", c.uses, jsonb_object_agg(c.term, c.strength) AS strengths, ${notes}::int AS notes
       FROM (SELECT c.id, c.fresh_at, c.uses, w.term, max(w.weight * ts_rank('${PLACE_WEIGHTS}', c.vector, w.query)) AS strength
         FROM candidate c JOIN wish w ON c.vector @@ w.query GROUP BY c.id, c.fresh_at, c.uses, w.term) c
       GROUP BY c.id, c.fresh_at, c.uses`,
      where.parameters,
    );
    return {
      matches: rows,
      notes: rows[0]?.notes ?? 0,
      isCut: candidates.common !== null || rows.length === MOST_MATCHES,
    };
  }
}

/** The condition that the note of `s` is as wanted; what is published to everybody is not looked up where nothing else is asked. */
function readable(actor: Actor, filter: NoteFilter, where: Conditions): string {
  const looked = `(SELECT true FROM note n JOIN unit u ON u.code = n.unit WHERE n.id = s.note_id AND (${where.sql}))`;
  const isAny = Object.values(filter).every((value) => value === undefined);
  return isAny && can(actor, 'notes.read') ? `(s.is_open OR ${looked})` : looked;
}

/**
 * The candidates as the cells come: of each cell the index tells the notes, and no more are read than are wanted, without
 * their texts; of one cell those in whose title it stands stay, then those used most. A note of several cells is read in each.
 */
function reachedByCells(where: Conditions, { cells, inTitle, common }: Candidates, mayRead: string): string {
  const queries = where.place(cells.map(({ query }) => query));
  const most = where.place(cells.map((cell) => cell.most));
  const ofCells = `SELECT found.id, found.uses, found.fresh_at, cell.place * 3 + found.step AS place
      FROM unnest(${queries}::text[], ${most}::int[]) WITH ORDINALITY AS cell (query, most, place)
      CROSS JOIN LATERAL (SELECT * FROM (
        SELECT s.note_id AS id, s.uses, s.fresh_at, ${stepOf(where.place(inTitle))} AS step FROM note_search s
        WHERE s.vector @@ cell.query::tsquery AND ${mayRead} LIMIT cell.most) one
        ORDER BY step, uses DESC, fresh_at DESC LIMIT ${MOST_READ}) found`;
  const ofCommon = (query: string): string => `UNION ALL
      (SELECT s.note_id, s.uses, s.fresh_at, ${3 * cells.length + 6} FROM (
         SELECT * FROM note_search ORDER BY uses DESC, fresh_at DESC LIMIT ${MOST_LOOKED_AT}) s
       WHERE s.vector @@ ${query}::tsquery AND ${mayRead} LIMIT ${MOST_MATCHES})`;
  return `SELECT id FROM (${ofCells} ${common === null ? '' : ofCommon(where.place(common))} LIMIT ${MOST_READ}) each
    GROUP BY id ORDER BY min(place), max(uses) DESC, max(fresh_at) DESC, id LIMIT ${MOST_MATCHES}`;
}

/** Which part of a cell a note of `s` is of: used by several with the title (a tsquery), with the title, or the rest. */
const stepOf = (inTitle: string): string =>
  `CASE WHEN NOT s.vector @@ ${inTitle}::tsquery THEN 2 WHEN s.vector @@ $mark$'${USED}'$mark$::tsquery THEN 0 ELSE 1 END`;

/** The same of few notes, each looked at. */
function reachedAmongFew(where: Conditions, { cells, common }: Candidates): string {
  const any = [...cells.map(({ query }) => query), ...(common === null ? [] : [common])]
    .map((query) => `(${query})`)
    .join(' | ');
  return `SELECT n.id FROM note n JOIN unit u ON u.code = n.unit JOIN note_search s ON s.note_id = n.id
    WHERE s.vector @@ ${where.place(any)}::tsquery AND (${where.sql})
    ORDER BY s.uses DESC, s.fresh_at DESC, n.id LIMIT ${MOST_MATCHES}`;
}

/** ts_rank shares a hit among all lexemes that would do; here each is as good as the one that was typed. */
const alikeness = `CASE WHEN query ~ '[<&]' THEN 0.6 ELSE length(query) - length(replace(query, '|', '')) + 1 END`;

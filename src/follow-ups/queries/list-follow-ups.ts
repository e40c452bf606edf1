import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { firstOfEach } from '../../platform/database/first-of-each.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { isVisibleTo, readersOf, readsAll, visibleTo } from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import { followUpStates } from '../domain/follow-up-states.js';
import { isOfFew, narrow, restOf, statesOf, type FollowUpFilter } from './follow-up-filter.js';
import { followUpColumns, followUpSources, followUpTables, type FollowUpFact } from './follow-up-facts.js';

/** What lists go by: the expression, and the type that its values are read back as. */
const sortings = {
  due: ['f.due_on', 'date'],
  what: ['lower(f.what)', 'text'],
  person: ['lower(f.person_name)', 'text'],
  unit: [nameOnVisit('u'), 'text'],
  state: [
    `array_position(ARRAY[${followUpStates.map((state) => `'${state}'`).join(', ')}], f.state)`,
    'integer',
  ],
  changed: ['f.changed_at', 'timestamptz'],
} as const;

const keyKinds = { date: 'date', text: 'string', integer: 'digits', timestamptz: 'instant' } as const;

export type FollowUpSort = keyof typeof sortings;
export const followUpSorts = Object.keys(sortings) as FollowUpSort[];

interface ListedPage {
  sort?: FollowUpSort | undefined;
  order?: 'asc' | 'desc' | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** How far the follow-ups of a state are counted. */
export const MOST_COUNTED = 1000;

/** One of the first follow-ups of a state, which are a column of the board. */
export interface BoardRow extends FollowUpFact {
  /** How many there are in the state; more than `MOST_COUNTED` where there are more. */
  inState: number;
  /** Its place in the column, from 1. */
  inColumn: number;
}

/** Follow-ups of visits somebody may see, in one statement a page. */
@Injectable()
export class ListFollowUps {
  constructor(private readonly database: Database) {}

  /** The first due first, unless asked otherwise. */
  async execute(actor: Actor, filter: FollowUpFilter & ListedPage): Promise<Page<FollowUpFact>> {
    const { sort = 'due', order = 'asc', limit } = filter;
    const [key] = sortings[sort];
    const found =
      sort === 'due' && !isOfFew(filter)
        ? firstDue(actor, filter, order)
        : firstOf(actor, filter, sort, order);
    const rows = await this.database.query<FollowUpFact & { sortKey: string }>(
      `SELECT ${key}::text AS "sortKey" /* never null: every state has its place */, ${followUpColumns} ${followUpSources}
       WHERE f.id IN (${found.sql}) ORDER BY ${key} ${order}, f.id ${order}`,
      found.parameters,
    );
    return toPage(
      rows,
      limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  /** The first of each state: of what waits the first due, of what is finished the last finished. */
  board(actor: Actor, filter: FollowUpFilter, perState: number): Promise<BoardRow[]> {
    const where = new Conditions();
    const { counted, first } = isOfFew(filter)
      ? columnOfFew(actor, where, filter, perState)
      : columnInOrder(actor, where, filter, perState);
    return this.database.query(
      `SELECT f.*, x."inState", x."inColumn" FROM (
         SELECT first.id, counted.count AS "inState",
           row_number() OVER (PARTITION BY s.state ORDER BY first.position, first.id)::int AS "inColumn"
         FROM unnest(${where.place(statesOf(filter))}::text[]) s (state)
         CROSS JOIN LATERAL (${counted}) counted CROSS JOIN LATERAL (${first}) first
       ) x JOIN (SELECT ${followUpColumns} ${followUpSources}) f ON f.id = x.id ORDER BY x."inColumn"`,
      where.parameters,
    );
  }
}

interface Found {
  sql: string;
  parameters: unknown[];
}

/** Ids of a page's follow-ups. */
function firstOf(
  actor: Actor,
  filter: FollowUpFilter & ListedPage,
  sort: FollowUpSort,
  order: SortOrder,
): Found {
  const where = new Conditions();
  narrow(where, filter);
  visibleTo(actor, where);
  const [key] = sortings[sort];
  after(filter, where, sortings[sort], 'f.id', order);
  return {
    sql: `SELECT f.id ${followUpSources} WHERE ${where.sql} ORDER BY ${key} ${order}, f.id ${order} LIMIT ${where.place(filter.limit + 1)}`,
    parameters: where.parameters,
  };
}

/** The same by when they are due, as they stand in order in an index: all of them, or those of each of somebody's readers. */
function firstDue(actor: Actor, filter: FollowUpFilter & ListedPage, order: SortOrder): Found {
  const where = new Conditions();
  const { from, id, readers } = inOrder(actor, where, filter);
  after(filter, where, ['me.due_on', 'date'], id, order);
  where.add((states) => `me.state = ANY (${states}::text[])`, statesOf(filter));
  const first = firstOfEach({
    of: readers,
    list: `SELECT me.due_on AS "dueOn", ${id} AS id FROM ${from} AND ${where.sql}`,
    key: '"dueOn"',
    order,
    limit: where.place(filter.limit + 1),
  });
  return {
    sql: `SELECT id FROM (${first}) page`,
    parameters: where.parameters,
  };
}

/** How many stand in the column of the state `s.state`, and the first of them. */
interface Column {
  counted: string;
  first: string;
}

const placeOf = (followUp: string): string =>
  `follow_up_position(${followUp}.state, ${followUp}.due_on, ${followUp}.done_at, ${followUp}.changed_at)`;

function columnOfFew(actor: Actor, where: Conditions, filter: FollowUpFilter, perState: number): Column {
  narrow(where, filter);
  visibleTo(actor, where);
  const found = `${followUpSources} WHERE f.state = s.state AND ${where.sql}`;
  return {
    counted: `SELECT count(*)::int AS count FROM (SELECT ${found} LIMIT ${MOST_COUNTED + 1}) each`,
    first: `SELECT f.id, ${placeOf('f')} AS position ${found} ORDER BY position, f.id LIMIT ${where.place(perState)}`,
  };
}

function columnInOrder(actor: Actor, where: Conditions, filter: FollowUpFilter, perState: number): Column {
  const { from, id, position, readers } = inOrder(actor, where, filter);
  const found = `FROM ${from} AND me.state = s.state AND ${where.sql}`;
  return {
    counted: `SELECT count(DISTINCT each.id)::int AS count FROM ${readers} CROSS JOIN LATERAL (
        SELECT ${id} AS id ${found} LIMIT ${MOST_COUNTED + 1}) each`,
    first: firstOfEach({
      of: readers,
      list: `SELECT ${position} AS position, ${id} AS id ${found}`,
      key: 'position',
      limit: where.place(perState),
    }),
  };
}

/** Follow-ups as they stand in order in indexes. */
interface InOrder {
  /** The readers `r` that are asked one after another. */
  readers: string;
  /** The follow-ups `me` of one of them, with the beginning of a condition. */
  from: string;
  id: string;
  position: string;
}

/** Adds what is asked of them, states apart. */
function inOrder(actor: Actor, where: Conditions, filter: FollowUpFilter): InOrder {
  where.addIf((p) => `me.due_on <= ${p}`, filter.dueBefore);
  where.addIf((p) => `me.due_on >= ${p}`, filter.dueAfter);
  const isAll = readsAll(actor);
  const id = isAll ? 'me.id' : 'me.follow_up_id';
  const rest = `${restOf(where, filter)}${isAll ? ` AND ${isVisibleTo(actor, where)}` : ''}`;
  // OFFSET has it asked of each follow-up as it comes; without, a plan may look at all of them first.
  if (rest !== '')
    where.add(() => `EXISTS (SELECT FROM ${followUpTables} WHERE f.id = ${id}${rest} OFFSET 0)`);
  if (isAll)
    return { id, readers: '(VALUES (true)) r', from: 'follow_up me WHERE true', position: placeOf('me') };
  const readers = `unnest(${where.place(readersOf(actor))}::text[]) r (reader)`;
  return { id, readers, from: 'follow_up_reader me WHERE me.reader = r.reader', position: 'me.position' };
}

type SortOrder = 'asc' | 'desc';
type Sorting = (typeof sortings)[FollowUpSort];

/** Leaves only what comes after a page. */
function after(
  { cursor }: ListedPage,
  where: Conditions,
  [key, type]: readonly [string, Sorting[1]],
  id: string,
  order: SortOrder,
): void {
  if (!cursor) return;
  const [value, lastId] = decodeCursor(cursor, [keyKinds[type], 'uuid']);
  const comes = order === 'asc' ? '>' : '<';
  where.add((at, last) => `(${key}, ${id}) ${comes} (${at}::text::${type}, ${last}::uuid)`, value, lastId);
}

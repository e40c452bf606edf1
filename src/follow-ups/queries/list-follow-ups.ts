import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from '../../visits/index.js';
import { countingFor, nameOnVisit } from '../../units/index.js';
import { followUpStates, followUpStatesWith } from '../domain/follow-up-states.js';
import { followUpColumns, followUpSources, type FollowUpFact } from './follow-up-facts.js';

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

/** `confirmed` stands as a replication; `waiting` is done and not confirmed. */
export const replicationFilters = ['confirmed', 'waiting'] as const;

export interface FollowUpFilter {
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  visit?: string | undefined;
  state?: string | undefined;
  /** Any of these states. */
  states?: readonly string[] | undefined;
  /** Part of the responsible person's name. */
  person?: string | undefined;
  /** A program of the visit. */
  program?: string | undefined;
  /** The practice that is copied. */
  note?: string | undefined;
  replication?: (typeof replicationFilters)[number] | undefined;
  /** Calendar dates: due on this day or before, on this day or after. */
  dueBefore?: string | undefined;
  dueAfter?: string | undefined;
}

interface ListedPage {
  sort?: FollowUpSort | undefined;
  order?: 'asc' | 'desc' | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** One of the first follow-ups of a state, which are a column of the board. */
export interface BoardRow extends FollowUpFact {
  /** How many there are in the state. */
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
    const { sort = 'due', order = 'asc', limit, cursor } = filter;
    const where = filtered(actor, filter);
    const [key, type] = sortings[sort];
    if (cursor) {
      const [value, id] = decodeCursor(cursor, [keyKinds[type], 'uuid']);
      const after = order === 'asc' ? '>' : '<';
      where.add((at, last) => `(${key}, f.id) ${after} (${at}::text::${type}, ${last}::uuid)`, value, id);
    }
    const rows = await this.database.query<FollowUpFact & { sortKey: string }>(
      `SELECT ${key}::text AS "sortKey" /* never null: every state has its place */, ${followUpColumns} ${followUpSources}
       WHERE ${where.sql} ORDER BY ${key} ${order}, f.id ${order} LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  /** The first of each state: of what waits the first due, of what is finished the last changed. */
  board(actor: Actor, filter: FollowUpFilter, perState: number): Promise<BoardRow[]> {
    const where = filtered(actor, filter);
    const order = `CASE WHEN f.state = ANY (${where.place(followUpStatesWith('waits'))}) THEN f.due_on END, f.changed_at DESC, f.id`;
    return this.database.query(
      `SELECT f.*, x."inState", x."inColumn" FROM (
         SELECT f.id, count(*) OVER (PARTITION BY f.state)::int AS "inState",
           row_number() OVER (PARTITION BY f.state ORDER BY ${order})::int AS "inColumn"
         ${followUpSources} WHERE ${where.sql}
       ) x JOIN (SELECT ${followUpColumns} ${followUpSources}) f ON f.id = x.id
       WHERE x."inColumn" <= ${where.place(perState)} ORDER BY x."inColumn"`,
      where.parameters,
    );
  }
}

function filtered(actor: Actor, filter: FollowUpFilter): Conditions {
  const where = new Conditions();
  visibleTo(actor, where);
  where.addIf((p) => `f.unit IN ${countingFor(p)}`, filter.unit);
  where.addIf((p) => `u.regional_office = ${p}`, filter.regionalOffice);
  where.addIf((p) => `f.visit_id = ${p}`, filter.visit);
  where.addIf((p) => `f.state = ${p}`, filter.state);
  where.addIf((p) => `f.state = ANY (${p})`, filter.states);
  where.addIf((p) => `f.person_name ILIKE ${p}`, containing(filter.person));
  where.addIf(
    (p) => `EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = ${p})`,
    filter.program,
  );
  where.addIf((p) => `${p}::uuid IN (f.note_id, r.note_id)`, filter.note);
  where.addIf((p) => `f.due_on <= ${p}`, filter.dueBefore);
  where.addIf((p) => `f.due_on >= ${p}`, filter.dueAfter);
  if (filter.replication === 'confirmed') where.add(() => 'r.id IS NOT NULL');
  if (filter.replication === 'waiting') where.add(() => `f.state = 'done' AND r.id IS NULL`);
  return where;
}

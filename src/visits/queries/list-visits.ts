import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { firstOfEach } from '../../platform/database/first-of-each.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import type { RecordingSide } from '../domain/recorded-visit.js';
import type { VisitKind } from '../domain/reference.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitMode } from '../domain/visit-mode.js';
import type { VisitState } from '../domain/visit-states.js';
import { awaitsReview, enteredLately, reviewedSince } from './awaited-reviews.js';
import { hasJoinedFrom, takesPart } from './joint-guests.js';
import { areNamed, namedVisits, ReadWantedName, type WantedName } from './named-visits.js';
import { asUnit, readersAtHome, readersOf, readsAll, visibleTo } from './visible-visits.js';
import { endsAfter } from './visit-times.js';
import { visitIsOf } from './hosted-visits.js';

export interface VisitFilter {
  state?: VisitState | undefined;
  /** Visits in any of these states. */
  states?: readonly VisitState[] | undefined;
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  program?: string | undefined;
  /** Visits that end after this instant. */
  from?: Date | undefined;
  /** Visits that start before this instant. */
  to?: Date | undefined;
  /** Visits that were entered and that these units have yet to check. */
  toReview?: { now: Date; units: readonly string[] } | undefined;
  /** Visits that this regional office arranged. */
  arrangedBy?: string | undefined;
  /** Words in the title, the reference or the name of the host or a guest. */
  query?: string | undefined;
  /** The soonest start first, instead of the latest. */
  soonestFirst?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A visit in a list. */
export interface VisitLine {
  id: string;
  reference: string;
  state: VisitState;
  version: number;
  kind: VisitKind;
  title: string;
  guestUnit: string;
  guestUnitName: string;
  hostUnit: string;
  hostUnitName: string;
  timeZone: Zone;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  mode: VisitMode;
  place: string;
  /** The side that entered it, where it was agreed upon elsewhere. */
  recordedBy: RecordingSide | null;
  /** The unit whose objection to that stands. */
  disputedBy: 'guest' | 'host' | null;
  /** The regional office that arranged it. */
  arrangedBy: string | null;
  createdAt: Date;
}

const selection = `v.id, v.reference, v.state, v.version, v.kind, v.title, v.mode, v.place,
  v.recorded_by AS "recordedBy", v.disputed_by AS "disputedBy", v.arranged_by AS "arrangedBy", v.created_at AS "createdAt",
  v.guest_unit AS "guestUnit", ${nameOnVisit('g')} AS "guestUnitName", v.host_unit AS "hostUnit", ${nameOnVisit('h')} AS "hostUnitName",
  h.time_zone AS "timeZone", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours"`;

/** Visits somebody may see, latest start first unless asked otherwise, in one statement a page, with words in two. */
@Injectable()
export class ListVisits {
  constructor(
    private readonly database: Database,
    private readonly names: ReadWantedName,
  ) {}

  async execute(actor: Actor, filter: VisitFilter): Promise<Page<VisitLine>> {
    const order = filter.soonestFirst ? 'ASC' : 'DESC';
    const name = filter.query ? await this.names.execute(filter.query) : null;
    return this.page(firstOf(actor, filter, name, order), filter, order);
  }

  private async page(first: Statement, filter: VisitFilter, order: Order): Promise<Page<VisitLine>> {
    const { sql, parameters } = first;
    const rows = await this.database.query<VisitLine & { position: string }>(
      `SELECT ${selection}, v.starts_at::text AS position FROM (${sql}) page
       JOIN visit v ON v.id = page.id ${units} ORDER BY v.starts_at ${order}, v.id ${order}`,
      parameters,
    );
    return toPage(
      rows,
      filter.limit,
      ({ position: _, ...line }) => line,
      (row) => [row.position, row.id],
    );
  }
}

const units = 'JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit';

type Order = 'ASC' | 'DESC';

/** The first visits that somebody may see under a filter, as a statement for their ids: by the way on which fewest are read. */
const firstOf = (actor: Actor, filter: VisitFilter, name: WantedName | null, order: Order): Statement =>
  name?.isRare || filter.toReview || isUnsent(filter)
    ? firstOfFew(actor, filter, name, order)
    : firstOfMany(actor, filter, name, order);

function firstOfMany(actor: Actor, filter: VisitFilter, name: WantedName | null, order: Order): Statement {
  const isOfAnybody = readsAll(actor) && filter.unit === undefined && filter.regionalOffice === undefined;
  // What a regional office arranged stands in order in an index of its own.
  const isInOrder = isOfAnybody || filter.arrangedBy !== undefined;
  const where = filtered(filter, isInOrder ? byStart : byReader);
  if (name) areNamed(where, name);
  if (!isInOrder) return firstOfReaders(where, actor, filter, order);
  visibleTo(actor, where, true);
  const states = statesOf(filter);
  return isOfAnybody && states
    ? firstOfStates(where, states, filter, order)
    : firstInOrder(where, filter, order);
}

const unsent = statesWith('unsent');

/** Whether only what was never submitted is asked for, which the own organisation alone has. */
const isUnsent = (filter: VisitFilter): boolean =>
  statesOf(filter)?.every((state) => unsent.includes(state)) ?? false;

/** Ids of what the own organisation has not submitted. */
const unsentOf = (where: Conditions, actor: Actor): string =>
  `SELECT x.id FROM visit x WHERE x.guest_unit = ANY (${where.place(arrangedUnits(actor))}) AND x.state = ANY (${where.place(unsent)})`;

/** The states that are asked for, whichever way; undefined for any. */
const statesOf = ({ state, states }: VisitFilter): readonly VisitState[] | undefined =>
  state === undefined ? states : [state];

/** The first visits that meet conditions, as a statement for their ids. */
function firstInOrder(where: Conditions, filter: VisitFilter, order: Order): Statement {
  const limit = where.place(filter.limit + 1);
  const sql = `SELECT v.id FROM visit v ${units} WHERE ${where.sql} ORDER BY v.starts_at ${order}, v.id ${order} LIMIT ${limit}`;
  return { sql, parameters: where.parameters };
}

/** The same of those in some states: each state's visits stand in order in an index. */
function firstOfStates(
  where: Conditions,
  states: readonly VisitState[],
  filter: VisitFilter,
  order: Order,
): Statement {
  const sql = firstOfEach({
    of: `unnest(${where.place(states)}::text[]) s (state)`,
    list: `SELECT v.starts_at AS "startsAt", v.id FROM visit v ${units} WHERE v.state = s.state AND ${where.sql}`,
    key: '"startsAt"',
    order,
    limit: where.place(filter.limit + 1),
  });
  return { sql, parameters: where.parameters };
}

/**
 * The same of those of some readers: each reader's visits, and those in each state, stand in order in an index; the first of
 * all are among the first of each. What one organisation or region takes part in is looked for among what it reads itself,
 * drafts apart, which only the own organisation reads.
 */
function firstOfReaders(where: Conditions, actor: Actor, filter: VisitFilter, order: Order): Statement {
  const isOfOthers = filter.unit !== undefined || filter.regionalOffice !== undefined;
  if (isOfOthers) visibleTo(actor, where, true);
  const own = where.place(isOfOthers ? readersAtHome(actor) : readersOf(actor, true));
  const [unit, office] = [where.place(filter.unit ?? null), where.place(filter.regionalOffice ?? null)];
  const states = statesOf(filter);
  const readers = `(SELECT unnest(${own}::text[])
      UNION ${asUnit(`${unit}::text`)}
      UNION SELECT 'office:' || code FROM regional_office WHERE code = ${office}::text AND ${unit}::text IS NULL) r (reader)`;
  const sql = firstOfEach({
    of: states ? `${readers} CROSS JOIN unnest(${where.place(states)}::text[]) s (state)` : readers,
    // OFFSET has each visit looked up as it comes in order; without, all that are in a state may be gathered first.
    list: `SELECT me.starts_at AS "startsAt", me.visit_id AS id
      FROM visit_reader me CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = me.visit_id OFFSET 0) v ${units}
      WHERE me.reader = r.reader ${states ? 'AND me.state = s.state' : ''} AND ${where.sql}`,
    key: '"startsAt"',
    order,
    limit: where.place(filter.limit + 1),
  });
  return { sql, parameters: where.parameters };
}

/** The first of few visits that are found otherwise, wherever they stand in order: by a rare name, or in the own organisation. */
function firstOfFew(actor: Actor, filter: VisitFilter, name: WantedName | null, order: Order): Statement {
  const where = filtered(filter, byStart);
  if (name && !name.isRare) areNamed(where, name);
  visibleTo(actor, where, true);
  const limit = where.place(filter.limit + 1);
  const first = (condition: string): string =>
    `SELECT v.id FROM visit v ${units} WHERE ${condition} AND ${where.sql} ORDER BY v.starts_at ${order}, v.id ${order} LIMIT ${limit}`;
  const few = name?.isRare
    ? namedVisits(where, name, first)
    : filter.toReview
      ? enteredLately(where.place(reviewedSince(filter.toReview.now)), where.place(filter.toReview.units))
      : unsentOf(where, actor);
  return { sql: first(`v.id IN (${few})`), parameters: where.parameters };
}

interface Statement {
  sql: string;
  parameters: unknown[];
}

/** The columns of an index by which the visits stand in order. */
const byReader = { start: 'me.starts_at', id: 'me.visit_id' } as const;
const byStart = { start: 'v.starts_at', id: 'v.id' } as const;

function filtered(filter: VisitFilter, { start, id }: typeof byReader | typeof byStart): Conditions {
  const where = new Conditions();
  where.addIf((p) => `v.state = ${p}`, filter.state);
  where.addIf((p) => `v.state = ANY (${p})`, filter.states);
  where.addIf(takesPart, filter.unit);
  where.addIf(
    (p) => `${p} IN (g.regional_office, h.regional_office) OR ${hasJoinedFrom(p)}`,
    filter.regionalOffice,
  );
  where.addIf(visitIsOf, filter.program);
  where.addIf((p) => `v.arranged_by = ${p}`, filter.arrangedBy);
  where.addIf((p) => endsAfter(p, 'v', start), filter.from);
  where.addIf((p) => `${start} < ${p}`, filter.to);
  if (filter.toReview) {
    where.add(awaitsReview, reviewedSince(filter.toReview.now), filter.toReview.units);
  }
  if (filter.cursor) {
    const after = filter.soonestFirst ? '>' : '<';
    const [startsAt, last] = decodeCursor(filter.cursor, ['instant', 'uuid']);
    where.add((at, of) => `(${start}, ${id}) ${after} (${at}::timestamptz, ${of}::uuid)`, startsAt, last);
  }
  return where;
}

import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import type { VisitState } from '../domain/visit-states.js';
import { visibleTo } from './visible-visits.js';

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
  /** Words in the title, the reference or a unit's name. */
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
  kind: string;
  title: string;
  guestUnit: string;
  guestUnitName: string;
  hostUnit: string;
  hostUnitName: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
}

const selection = `v.id, v.reference, v.state, v.version, v.kind, v.title, v.place,
  v.guest_unit AS "guestUnit", g.name AS "guestUnitName", v.host_unit AS "hostUnit", h.name AS "hostUnitName",
  h.time_zone AS "timeZone", v.starts_at AS "startsAt", v.ends_at AS "endsAt"`;

/** Visits somebody may see, latest start first unless asked otherwise, in one statement a page. */
@Injectable()
export class ListVisits {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, filter: VisitFilter): Promise<Page<VisitLine>> {
    const where = new Conditions();
    where.addIf((p) => `v.state = ${p}`, filter.state);
    where.addIf((p) => `v.state = ANY (${p})`, filter.states);
    where.addIf((p) => `${p} IN (v.guest_unit, v.host_unit)`, filter.unit);
    where.addIf((p) => `${p} IN (g.regional_office, h.regional_office)`, filter.regionalOffice);
    where.addIf(
      (p) => `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${p})`,
      filter.program,
    );
    where.addIf((p) => `v.ends_at > ${p}`, filter.from);
    where.addIf((p) => `v.starts_at < ${p}`, filter.to);
    where.addIf(
      (p) => `v.title ILIKE ${p} OR v.reference ILIKE ${p} OR g.name ILIKE ${p} OR h.name ILIKE ${p}`,
      containing(filter.query),
    );
    const [after, order] = filter.soonestFirst ? ['>', 'ASC'] : ['<', 'DESC'];
    if (filter.cursor) {
      const [startsAt, id] = decodeCursor(filter.cursor, ['instant', 'uuid']);
      where.add(
        (at, last) => `(v.starts_at, v.id) ${after} (${at}::timestamptz, ${last}::uuid)`,
        startsAt,
        id,
      );
    }
    visibleTo(actor, where);

    const rows = await this.database.query<VisitLine & { position: string }>(
      `SELECT ${selection}, v.starts_at::text AS position FROM visit v
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql}
       ORDER BY v.starts_at ${order}, v.id ${order} LIMIT ${where.place(filter.limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      filter.limit,
      ({ position: _, ...line }) => line,
      (row) => [row.position, row.id],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from './visible-visits.js';

export interface VisitFilter {
  state?: string | undefined;
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  program?: string | undefined;
  /** Visits that end after this instant. */
  from?: Date | undefined;
  /** Visits that start before this instant. */
  to?: Date | undefined;
  /** Words in the title, the reference or a unit's name. */
  query?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A visit in a list. */
export interface VisitLine {
  id: string;
  reference: string;
  state: string;
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

/** Escapes what LIKE would read as a pattern. */
const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Visits somebody may see, latest start first, in one statement a page. */
@Injectable()
export class ListVisits {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, filter: VisitFilter): Promise<Page<VisitLine>> {
    const conditions: string[] = [];
    const parameters: unknown[] = [];
    const where = (sql: (place: string) => string, value: unknown): void => {
      if (value === undefined) return;
      parameters.push(value);
      conditions.push(sql(`$${parameters.length}`));
    };
    where((p) => `v.state = ${p}`, filter.state);
    where((p) => `${p} IN (v.guest_unit, v.host_unit)`, filter.unit);
    where((p) => `${p} IN (g.regional_office, h.regional_office)`, filter.regionalOffice);
    where(
      (p) => `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${p})`,
      filter.program,
    );
    where((p) => `v.ends_at > ${p}`, filter.from);
    where((p) => `v.starts_at < ${p}`, filter.to);
    where(
      (p) => `(v.title ILIKE ${p} OR v.reference ILIKE ${p} OR g.name ILIKE ${p} OR h.name ILIKE ${p})`,
      filter.query ? likeText(filter.query) : undefined,
    );
    if (filter.cursor) {
      const [startsAt, id] = decodeCursor(filter.cursor, ['number', 'string']);
      parameters.push(new Date(Number(startsAt)), id);
      conditions.push(`(v.starts_at, v.id) < ($${parameters.length - 1}, $${parameters.length}::uuid)`);
    }
    const visible = visibleTo(actor, parameters.length + 1);
    conditions.push(visible.sql);
    parameters.push(...visible.parameters, filter.limit + 1);

    const rows = await this.database.query<VisitLine>(
      `SELECT ${selection} FROM visit v
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}
       ORDER BY v.starts_at DESC, v.id DESC LIMIT $${parameters.length}`,
      parameters,
    );
    return toPage(
      rows,
      filter.limit,
      (row) => row,
      (row) => [row.startsAt.getTime(), row.id],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../../visits/index.js';
import type { Scope } from '../domain/scope.js';
import { isAgreed, visitsWithUnits, within } from './scope.js';

/** What a figure counted, within the scope. */
export interface VisitCut {
  /** A state, or `agreed` for those confirmed, held or closed. */
  state?: string | undefined;
  guest?: string | undefined;
  host?: string | undefined;
  guestOffice?: string | undefined;
  hostOffice?: string | undefined;
  /** Only those that their host answered. */
  answered?: boolean | undefined;
  /** Only those agreed upon whose summary a person or the system published first. */
  publishedBy?: 'person' | 'system' | undefined;
  /** Only those of these ids. */
  ids?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface ScopedVisit {
  id: string;
  reference: string;
  title: string;
  state: VisitState;
  guestName: string;
  hostName: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

const PAGE_SIZE = 50;

/** When a visit was asked for, and its host's first answer: accepted, declined or proposed another time. */
const answered = `EXISTS (
  SELECT FROM visit_history a WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
    AND a.at >= (SELECT min(s.at) FROM visit_history s WHERE s.visit_id = v.id AND s.action = 'submit'))`;

const published = (by: 'person' | 'system'): string => `EXISTS (
  SELECT FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
    AND r.published_by IS ${by === 'person' ? 'NOT NULL' : 'NULL'})`;

/** The visits behind a figure, the latest first. */
@Injectable()
export class ScopedVisits {
  constructor(private readonly database: Database) {}

  async execute(scope: Scope, cut: VisitCut): Promise<Page<ScopedVisit>> {
    const { limit = PAGE_SIZE } = cut;
    const where = conditions(scope, cut);
    const rows = await this.database.query<ScopedVisit & { position: string }>(
      `SELECT v.id, v.reference, v.title, v.state, g.name AS "guestName", h.name AS "hostName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.starts_at::text AS position, h.time_zone AS "timeZone"
       FROM ${visitsWithUnits} WHERE ${where.sql} ORDER BY v.starts_at DESC, v.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      ({ position: _, ...visit }) => visit,
      (row) => [row.position, row.id],
    );
  }
}

function conditions(scope: Scope, cut: VisitCut): Conditions {
  const where = new Conditions();
  within(scope, where);
  if (cut.state === 'agreed') where.add(() => isAgreed('v.state', where));
  else where.addIf((p) => `v.state = ${p}`, cut.state);
  where.addIf((p) => `v.guest_unit = ${p}`, cut.guest);
  where.addIf((p) => `v.host_unit = ${p}`, cut.host);
  where.addIf((p) => `g.regional_office = ${p}`, cut.guestOffice);
  where.addIf((p) => `h.regional_office = ${p}`, cut.hostOffice);
  where.addIf((p) => `v.id = ANY (${p}::uuid[])`, cut.ids);
  if (cut.answered) where.add(() => answered);
  const { publishedBy } = cut;
  if (publishedBy) where.add(() => `${isAgreed('v.state', where)} AND ${published(publishedBy)}`);
  if (cut.cursor) {
    const [startsAt, id] = decodeCursor(cut.cursor, ['instant', 'uuid']);
    where.add((at, last) => `(v.starts_at, v.id) < (${at}::timestamptz, ${last}::uuid)`, startsAt, id);
  }
  return where;
}

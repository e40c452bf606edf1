import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Zone } from '../../platform/text/zones.js';
import { asking, visitsWithUnits, within, type Scope } from './scope.js';

/** What a figure counted, within the scope. */
export interface VisitCut {
  state?: string | undefined;
  guest?: string | undefined;
  host?: string | undefined;
  /** Only those that their host answered. */
  answered?: boolean | undefined;
  cursor?: string | undefined;
}

export interface ScopedVisit {
  id: string;
  reference: string;
  title: string;
  state: string;
  guestName: string;
  hostName: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

const PAGE_SIZE = 50;

/** The visits behind a figure, the latest first. */
@Injectable()
export class ScopedVisits {
  constructor(private readonly database: Database) {}

  async execute(scope: Scope, cut: VisitCut): Promise<Page<ScopedVisit>> {
    const where = new Conditions();
    within(scope, where);
    where.addIf((p) => `v.state = ${p}`, cut.state);
    where.addIf((p) => `v.guest_unit = ${p}`, cut.guest);
    where.addIf((p) => `v.host_unit = ${p}`, cut.host);
    if (cut.answered) where.add(() => `EXISTS ${asking}`);
    if (cut.cursor) {
      const [startsAt, id] = decodeCursor(cut.cursor, ['string', 'string']);
      where.add((at, last) => `(v.starts_at, v.id) < (${at}::timestamptz, ${last}::uuid)`, startsAt, id);
    }
    const rows = await this.database.query<ScopedVisit>(
      `SELECT v.id, v.reference, v.title, v.state, g.name AS "guestName", h.name AS "hostName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", h.time_zone AS "timeZone"
       FROM ${visitsWithUnits} WHERE ${where.sql} ORDER BY v.starts_at DESC, v.id DESC LIMIT ${PAGE_SIZE + 1}`,
      where.parameters,
    );
    return toPage(
      rows,
      PAGE_SIZE,
      (row) => row,
      (row) => [row.startsAt.toISOString(), row.id],
    );
  }
}

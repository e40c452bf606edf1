import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Zone } from '../../platform/text/zones.js';
import { asksToLearn, hasJoinedAs, statesWith, type VisitState } from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import type { LearningFigure } from '../domain/learning-figures.js';
import { placeOf, type Scope } from '../domain/scope.js';
import { isAgreed, standing, visitsWithUnits, within } from './scope.js';

/** What a figure counted, within the scope. */
export interface VisitCut {
  /** A state, `agreed` for those confirmed, held or closed, or, whatever the period, `unanswered`. */
  state?: string | undefined;
  guest?: string | undefined;
  host?: string | undefined;
  guestOffice?: string | undefined;
  hostOffice?: string | undefined;
  /** Only those that their host answered in the period, whenever they are. */
  answered?: boolean | undefined;
  /** Only those agreed upon whose summary a person or the system published first, in the period. */
  publishedBy?: 'person' | 'system' | undefined;
  /** Only those that took place and had learning questions: all, or those of which the newest answer says so. */
  learning?: LearningFigure | undefined;
  /** Only those of these ids, whatever the period. */
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
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
}

const PAGE_SIZE = 50;

/** The host's own first answer since a visit was asked for: accepted, declined or proposed another time. */
const answeredAt = `(
  SELECT min(a.at) FROM visit_history a WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
    AND a.side = 'host'
    AND a.at >= (SELECT min(s.at) FROM visit_history s WHERE s.visit_id = v.id AND s.action IN ('submit', 'arrange')))`;

const publishedAt = (by: 'person' | 'system'): string => `(
  SELECT r.published_at FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
    AND r.published_by IS ${by === 'person' ? 'NOT NULL' : 'NULL'})`;

const newestAnswer = `(
  SELECT c.answer FROM learning_check c WHERE c.visit_id = v.id AND c.answer IS NOT NULL ORDER BY c.day DESC LIMIT 1)`;

/** The visits behind a figure, the latest first. */
@Injectable()
export class ScopedVisits {
  constructor(private readonly database: Database) {}

  async execute(scope: Scope, cut: VisitCut): Promise<Page<ScopedVisit>> {
    const { limit = PAGE_SIZE } = cut;
    const where = conditions(scope, cut);
    const { from, startsAt, id } = inOrder(scope, where);
    const rows = await this.database.query<ScopedVisit & { position: string }>(
      `SELECT v.id, v.reference, v.title, v.state, ${nameOnVisit('g')} AS "guestName", ${nameOnVisit('h')} AS "hostName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.starts_at::text AS position, h.time_zone AS "timeZone"
       FROM ${from} WHERE ${where.sql} ORDER BY ${startsAt} DESC, ${id} DESC LIMIT ${where.place(limit + 1)}`,
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

/** The visits in the order of their start, and those of a region as its office reads them: so they stand in an index. */
function inOrder({ office }: Scope, where: Conditions): Record<'from' | 'startsAt' | 'id', string> {
  if (office === null) return { from: visitsWithUnits, startsAt: 'v.starts_at', id: 'v.id' };
  where.add((code) => `me.reader = 'office:' || ${code}`, office);
  const from = `visit_reader me JOIN (${visitsWithUnits}) ON v.id = me.visit_id`;
  return { from, startsAt: 'me.starts_at', id: 'me.visit_id' };
}

function conditions(scope: Scope, cut: VisitCut): Conditions {
  const where = new Conditions();
  const { publishedBy, answered } = cut;
  const isOfNow = cut.state === 'unanswered' || cut.ids !== undefined;
  const happened = publishedBy ? publishedAt(publishedBy) : answered ? answeredAt : undefined;
  // Who visited whom counts every guest.
  const ofJoined = cut.guest !== undefined;
  if (isOfNow) standing(placeOf(scope), where, ofJoined);
  else within(scope, where, happened, ofJoined);
  if (answered && (isOfNow || happened !== answeredAt)) where.add(() => `${answeredAt} IS NOT NULL`);
  if (cut.learning) {
    where.add((held) => `v.state = ANY (${held}) AND ${asksToLearn}`, statesWith('tookPlace'));
    if (cut.learning !== 'asked') where.add((stand) => `${newestAnswer} = ${stand}`, cut.learning);
  }
  if (cut.state === 'agreed' || publishedBy) where.add(() => isAgreed('v.state', where));
  if (cut.state === 'unanswered') {
    where.add((states) => `v.state = ANY (${states})`, statesWith('awaitsAnswer'));
  } else if (cut.state !== 'agreed') where.addIf((p) => `v.state = ${p}`, cut.state);
  where.addIf((p) => `g.heir = ${p} OR ${hasJoinedAs(p)}`, cut.guest);
  where.addIf((p) => `h.heir = ${p}`, cut.host);
  where.addIf((p) => `g.regional_office = ${p}`, cut.guestOffice);
  where.addIf((p) => `h.regional_office = ${p}`, cut.hostOffice);
  where.addIf((p) => `v.id = ANY (${p}::uuid[])`, cut.ids);
  if (cut.cursor) {
    const [startsAt, id] = decodeCursor(cut.cursor, ['instant', 'uuid']);
    where.add((at, last) => `(v.starts_at, v.id) < (${at}::timestamptz, ${last}::uuid)`, startsAt, id);
  }
  return where;
}

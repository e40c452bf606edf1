import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { nameOnVisit, streetAddress } from '../../units/index.js';
import {
  asAddress,
  asOffice,
  asUnit,
  calendarSelection,
  endsAfter,
  foundAs,
  guestNames,
  visibleTo,
  wasSubmitted,
} from '../../visits/index.js';
import { shownStates, statesBehind, type ShownState } from '../domain/feed-content.js';
import type { CalendarSource } from '../domain/visit-object.js';
import type { LiveFeed } from './feeds.js';

const selection = `v.id, v.reference, v.state, v.sequence, v.kind, ${calendarSelection},
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
        WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  ${guestNames} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", h.time_zone AS "timeZone",
  ${streetAddress('h')} AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt"`;

const from = `FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;

const gone = statesBehind(['cancelled']);

/** A visit in a feed, with what tells whether what was written of it still holds. */
export interface ListedVisit {
  id: string;
  /** Of all that its events are made of. */
  revision: string;
}

/** Visits as calendars need them, one statement each, earliest first. */
@Injectable()
export class CalendarSources {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<CalendarSource | null> {
    const [source] = await this.database.query<CalendarSource>(
      `SELECT ${selection} ${from} WHERE v.id = $1`,
      [id],
    );
    return source ?? null;
  }

  /** One visit as the feed of who takes part in it holds it; null for one that it does not hold, or who declined. */
  async ofParticipant(visitId: string, participantId: string, now: Date): Promise<CalendarSource | null> {
    const where = inWindow(statesOf({ scope: 'me', states: [] }), now);
    where.add(
      (id, participant) =>
        `v.id = ${id} AND EXISTS (SELECT FROM visit_participant p
          WHERE p.id = ${participant} AND p.visit_id = v.id AND p.answer <> 'declined')`,
      visitId,
      participantId,
    );
    const [source] = await this.database.query<CalendarSource>(
      `SELECT ${selection} ${from} WHERE ${where.sql}`,
      where.parameters,
    );
    return source ?? null;
  }

  /** What a feed holds at a time, see `inFeed`. */
  ofFeed(feed: LiveFeed, now: Date): Promise<CalendarSource[]> {
    const where = inFeed(feed, now);
    return this.database.query(
      `SELECT ${selection} ${from} WHERE ${where.sql} ORDER BY v.starts_at, v.id`,
      where.parameters,
    );
  }

  /** The visits that a feed holds at a time, with their revisions. */
  listed(feed: LiveFeed, now: Date): Promise<ListedVisit[]> {
    const where = inFeed(feed, now);
    return this.database.query(
      `SELECT v.id, coalesce(bit_xor(c.mark), 0) || ' ' ||
         (SELECT coalesce(bit_xor(a.mark), 0) FROM feed_change a WHERE a.scope = -1) AS revision
       FROM visit v LEFT JOIN feed_change c ON c.scope = feed_scope('visit', v.id::text)
       WHERE ${where.sql} GROUP BY v.id, v.starts_at ORDER BY v.starts_at, v.id`,
      where.parameters,
    );
  }

  /** Visits by their ids, in any order. */
  byIds(ids: readonly string[]): Promise<CalendarSource[]> {
    return this.database.query(`SELECT ${selection} ${from} WHERE v.id = ANY ($1)`, [ids]);
  }
}

/**
 * What a feed holds at a time: visits whose end is less than 90 days back, and cancelled ones for 30 days after the
 * cancel when they had been confirmed before.
 */
function inFeed(feed: LiveFeed, now: Date): Conditions {
  const where = inWindow(statesOf(feed), now);
  if (feed.programs.length > 0) {
    where.add(
      (codes) =>
        `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ANY (${codes}))`,
      feed.programs,
    );
  }
  inScope(feed, where, now);
  return where;
}

/** When what feeds hold at an instant ends at the earliest. */
const heldSince = (at: string): string => `(${at}::timestamptz - interval '90 days')`;

/** Visits in some states, within what feeds hold at a time. */
function inWindow(states: readonly ShownState[], now: Date): Conditions {
  const where = new Conditions();
  where.add(() => wasSubmitted);
  where.add((at) => endsAfter(heldSince(at)), now);
  where.add((shown) => `v.state = ANY (${shown})`, statesBehind(states));
  where.add(
    (off, at) =>
      `v.state <> ALL (${off}) OR (v.sequence > 0 AND v.changed_at > ${at}::timestamptz - interval '30 days')`,
    gone,
    now,
  );
  return where;
}

/** Nobody takes part yet in a visit that is only asked for. */
function statesOf({ scope, states }: Pick<LiveFeed, 'scope' | 'states'>): ShownState[] {
  const wanted = states.length > 0 ? states : shownStates;
  return scope === 'me' ? wanted.filter((state) => state !== 'tentative') : wanted;
}

/** Found by who reads them, so that nobody else's visits are read. */
function inScope(
  { scope, owner, unit, regionalOffice, visitId }: LiveFeed,
  where: Conditions,
  now: Date,
): void {
  switch (scope) {
    case 'me':
      // By mail address, and not declined.
      where.add(
        (
          email,
          at,
        ) => `${foundAs(asAddress(email), heldSince(at))} AND EXISTS (SELECT FROM visit_participant p
          WHERE p.visit_id = v.id AND p.email = ${email} AND p.answer <> 'declined')`,
        owner.email,
        now,
      );
      break;
    case 'unit':
      where.add((code, at) => foundAs(asUnit(code), heldSince(at)), unit, now);
      break;
    case 'region':
      where.add((code, at) => foundAs(asOffice(code), heldSince(at)), regionalOffice, now);
      break;
    case 'visit':
      where.add((id) => `v.id = ${id}`, visitId);
      visibleTo(owner, where);
  }
}

import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { visibleTo, wasSubmitted } from '../../visits/index.js';
import { shownStates, statesBehind, type ShownState } from '../domain/feed-content.js';
import type { CalendarSource } from '../domain/visit-object.js';
import type { LiveFeed } from './feeds.js';

const selection = `v.id, v.reference, v.state, v.sequence, v.kind, v.title, v.purpose, v.topics, v.place,
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
        WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  g.name AS "guestUnitName", h.name AS "hostUnitName", h.time_zone AS "timeZone",
  h.address AS "hostAddress", h.latitude, h.longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  v.created_at AS "createdAt", v.changed_at AS "changedAt"`;

const from = `FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;

const gone = statesBehind(['cancelled']);

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

  /**
   * What a feed holds at a time: visits whose end is less than 90 days back, and cancelled ones for 30 days after
   * the cancel when they had been confirmed before.
   */
  ofFeed(feed: LiveFeed, now: Date): Promise<CalendarSource[]> {
    const where = new Conditions();
    where.add(() => wasSubmitted);
    where.add((at) => `v.ends_at > ${at}::timestamptz - interval '90 days'`, now);
    where.add((states) => `v.state = ANY (${states})`, statesBehind(statesOf(feed)));
    where.add(
      (states, at) =>
        `v.state <> ALL (${states}) OR (v.sequence > 0 AND v.changed_at > ${at}::timestamptz - interval '30 days')`,
      gone,
      now,
    );
    if (feed.programs.length > 0) {
      where.add(
        (codes) =>
          `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ANY (${codes}))`,
        feed.programs,
      );
    }
    inScope(feed, where);
    return this.database.query(
      `SELECT ${selection} ${from} WHERE ${where.sql} ORDER BY v.starts_at, v.id`,
      where.parameters,
    );
  }
}

/** Nobody takes part yet in a visit that is only asked for. */
function statesOf({ scope, states }: LiveFeed): ShownState[] {
  const wanted = states.length > 0 ? states : shownStates;
  return scope === 'me' ? wanted.filter((state) => state !== 'tentative') : wanted;
}

function inScope({ scope, owner, unit, regionalOffice, visitId }: LiveFeed, where: Conditions): void {
  switch (scope) {
    case 'me':
      // By mail address, and not declined.
      where.add(
        (email) => `v.id IN (SELECT p.visit_id FROM visit_participant p
          WHERE p.email = ${email} AND p.answer <> 'declined')`,
        owner.email,
      );
      break;
    case 'unit':
      where.add((code) => `v.guest_unit = ${code} OR v.host_unit = ${code}`, unit);
      break;
    case 'region':
      where.add((code) => `g.regional_office = ${code} OR h.regional_office = ${code}`, regionalOffice);
      break;
    case 'visit':
      where.add((id) => `v.id = ${id}`, visitId);
      visibleTo(owner, where);
  }
}

import { Injectable } from '@nestjs/common';
import type { DayTime, OwnHours } from '../../platform/text/day-hours.js';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';
import { endsAfter, mayReachInto } from './visit-times.js';

/** Somebody of a visit whom another confirmed visit takes at the same time. */
export interface OverlappingPerson {
  /** Null for whoever receives the guests without being named as a participant. */
  participantId: string | null;
  name: string;
  otherVisitId: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
}

/** Whether somebody else in the visit has the mail address, so that it alone does not tell who it is. */
const isShared = (one: string): string => `EXISTS (SELECT FROM visit_participant x
  WHERE x.visit_id = ${one}.visit_id AND x.email = ${one}.email AND x.id <> ${one}.id)`;

/** Whether the line `x` of history is the host's yes. */
const acceptedForHost = `x.action = 'accept' AND x.side = 'host'`;

/** The `other` visit as `o`; OFFSET has it looked up by its key, and not all that are about that time. */
const otherVisit = 'JOIN LATERAL (SELECT * FROM visit x WHERE x.id = other.visit_id OFFSET 0) o';

/** The visit `o` at hours of the time asked about, of visit `v`. */
const meeting = `o.id <> $1 AND o.state = ANY ($4) AND o.starts_at < $3 AND ${endsAfter('$2', 'o')}
  AND v.hours && day_hours(o.starts_at, o.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = o.host_unit), o.own_hours)`;

/**
 * Visits in which somebody `who` takes part as `q`: by account, or by the mail address, which is looked up among the readers of
 * visits of about that time, since an address may be in very many.
 */
const takesPartIn = (who: string, byAddress: string): string => `
  SELECT q.visit_id FROM visit_participant q WHERE q.person_id = ${who}.account AND q.answer <> 'declined'
  UNION SELECT q.visit_id FROM visit_reader r JOIN visit_participant q ON q.visit_id = r.visit_id AND q.email = ${who}.email
    WHERE r.reader = 'mail:' || ${who}.email AND ${mayReachInto('r.starts_at', '$2', '$3')} AND q.answer <> 'declined' AND ${byAddress}`;

/**
 * Participants of a visit whom another confirmed visit takes at the same time, by their account or mail address; by their name,
 * too, where several share it. Beside them those who accepted it for the host: another visit takes them that they accepted,
 * or in which they take part. Until the visit is agreed, only what the side that named them may know: visits of the own unit, and of its own officers.
 */
@Injectable()
export class OverlappingPeople {
  constructor(private readonly database: Database) {}

  /** @param accepting the officer of the host who is about to accept it, if it is known */
  execute(
    visitId: string,
    { startsAt, endsAt, ownHours }: DayTime,
    accepting: string | null = null,
  ): Promise<OverlappingPerson[]> {
    return this.database.query(
      `WITH v AS MATERIALIZED (
         SELECT v.id, v.state, v.guest_unit, v.host_unit, v.submitted_at, day_hours($2, $3, h.time_zone, $6) AS hours
         FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.id = $1),
       participant AS MATERIALIZED (
         SELECT p.id, p.name, p.email, p.person_id AS account, coalesce(p.brought_by, v.guest_unit) AS unit, ${isShared('p')} AS shares
         FROM v JOIN visit_participant p ON p.visit_id = v.id WHERE p.answer <> 'declined'),
       officer AS MATERIALIZED (
         SELECT a.id AS account, a.name, a.email FROM person a
         WHERE a.id = ANY (ARRAY(SELECT $5::uuid UNION SELECT x.actor_id FROM visit_history x WHERE x.visit_id = $1 AND ${acceptedForHost}))
           AND NOT EXISTS (SELECT FROM visit_participant p WHERE p.visit_id = $1 AND (p.person_id = a.id OR p.email = a.email)))
       SELECT p.id AS "participantId", p.name, o.id AS "otherVisitId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.own_hours AS "ownHours"
       FROM v CROSS JOIN participant p
       CROSS JOIN LATERAL (${takesPartIn('p', `(q.name = p.name OR NOT (p.shares OR ${isShared('q')}))`)}) other
       ${otherVisit} ON ${meeting}
       WHERE v.state = ANY ($4) OR p.unit IN (o.guest_unit, o.host_unit)
         OR (v.submitted_at IS NOT NULL AND v.host_unit IN (o.guest_unit, o.host_unit))
         OR EXISTS (SELECT FROM person a WHERE a.email = p.email AND ${organisationOfPerson('a')} = v.guest_unit OFFSET 0)
       UNION ALL
       SELECT NULL, a.name, o.id, o.starts_at, o.ends_at, o.own_hours
       FROM v CROSS JOIN officer a
       CROSS JOIN LATERAL (${takesPartIn('a', 'true')}
         UNION SELECT x.visit_id FROM visit_history x WHERE x.actor_id = a.account AND ${acceptedForHost}) other
       ${otherVisit} ON ${meeting}
       ORDER BY 4, 2, 1`,
      [visitId, startsAt, endsAt, statesWith('takesPeople'), accepting, ownHours],
    );
  }
}

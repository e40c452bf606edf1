import { Injectable } from '@nestjs/common';
import type { DayTime, OwnHours } from '../../platform/text/day-hours.js';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';
import { endsAfter } from './visit-times.js';

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

/** Whether the other visit `o` is at hours of the time asked about, whose days are those of a zone (expression). */
const meet = (zone: string): string => `day_hours($2, $3, ${zone}, $6) && day_hours(o.starts_at, o.ends_at,
  (SELECT u.time_zone FROM unit u WHERE u.code = o.host_unit), o.own_hours)`;

/** Whether the line `x` of history is the host's yes. */
const acceptedForHost = `x.action = 'accept' AND x.side = 'host'`;

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
      `SELECT p.id AS "participantId", p.name, o.id AS "otherVisitId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.own_hours AS "ownHours"
       FROM visit_participant p
       JOIN visit v ON v.id = p.visit_id JOIN unit h ON h.code = v.host_unit
       JOIN visit_participant q ON q.visit_id <> p.visit_id AND q.answer <> 'declined' AND (q.person_id = p.person_id
         OR q.email = p.email AND (q.name = p.name OR NOT (${isShared('p')} OR ${isShared('q')})))
       JOIN visit o ON o.id = q.visit_id AND o.state = ANY ($4)
         AND o.starts_at < $3 AND ${endsAfter('$2', 'o')} AND ${meet('h.time_zone')}
       WHERE p.visit_id = $1 AND p.answer <> 'declined'
         AND (v.state = ANY ($4)
           OR coalesce(p.brought_by, v.guest_unit) IN (o.guest_unit, o.host_unit)
           OR (v.submitted_at IS NOT NULL AND v.host_unit IN (o.guest_unit, o.host_unit))
           OR EXISTS (SELECT FROM person a WHERE a.email = p.email AND ${organisationOfPerson('a')} = v.guest_unit))
       UNION ALL
       SELECT NULL, a.name, o.id, o.starts_at, o.ends_at, o.own_hours
       FROM visit v JOIN unit h ON h.code = v.host_unit CROSS JOIN person a
       JOIN visit o ON o.id <> $1 AND o.state = ANY ($4) AND o.starts_at < $3 AND ${endsAfter('$2', 'o')} AND ${meet('h.time_zone')}
       WHERE v.id = $1 AND (a.id = $5 OR a.id IN (SELECT x.actor_id FROM visit_history x WHERE x.visit_id = $1 AND ${acceptedForHost}))
         AND NOT EXISTS (SELECT FROM visit_participant p WHERE p.visit_id = $1 AND (p.person_id = a.id OR p.email = a.email))
         AND (EXISTS (SELECT FROM visit_history x WHERE x.visit_id = o.id AND x.actor_id = a.id AND ${acceptedForHost})
           OR EXISTS (SELECT FROM visit_participant q WHERE q.visit_id = o.id AND q.answer <> 'declined'
             AND (q.person_id = a.id OR q.email = a.email)))
       ORDER BY 4, 2, 1`,
      [visitId, startsAt, endsAt, statesWith('takesPeople'), accepting, ownHours],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import { usesSambang } from '../../units/index.js';
import { mayBeTold, wasSubmitted } from './visible-visits.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** Somebody who is told of a step. */
export interface NoticeReader {
  name: string;
  email: string;
  /** The office the reader works at; null for people of a unit. */
  regionalOffice: string | null;
  /** The unit whose own address it is, where nobody there has an active account; null for people and offices. */
  addressOf: string | null;
  /** Whether the reader sees to the system, and is told for want of anybody else. */
  isAdministrator: boolean;
  /** Whether the reader is a participant of the visit too. */
  takesPart: boolean;
}

/**
 * People of units, or of those into which they merged, and of regional offices to write to; a place without accounts is written to at its own address. Of a
 * visit that was never submitted nobody but the guest's own people is told.
 */
@Injectable()
export class NoticeReaders {
  constructor(private readonly database: Database) {}

  execute(
    visit: { id: string },
    places: { units: string[]; regionalOffices: (string | null)[]; administrators?: boolean },
    actorId: string | null,
  ): Promise<NoticeReader[]> {
    return this.database.query(
      `WITH told AS (
         SELECT x.unit, u.code AS told_for, NULL AS office FROM visit v JOIN unit u ON u.code = ANY ($2)
         CROSS JOIN LATERAL (VALUES (u.code), (u.heir)) AS x (unit)
         WHERE v.id = $1 AND ${mayBeTold('u.code')}
         UNION ALL
         SELECT NULL, NULL, o.code FROM visit v JOIN regional_office o ON o.code = ANY ($3)
         WHERE v.id = $1 AND ${wasSubmitted}
       ), people AS (
         SELECT p.id, p.name, p.email, ${organisationOfPerson('p')} AS unit, p.regional_office, false AS administrates FROM person p
         JOIN told t ON ${organisationOfPerson('p')} = t.unit OR p.regional_office = t.office WHERE p.suspended_at IS NULL
         UNION SELECT p.id, p.name, p.email, NULL, NULL, true FROM person p
         WHERE $5::boolean AND p.role = ANY ($6) AND p.suspended_at IS NULL
       ), places AS (
         SELECT u.name, lower(u.email) AS email, NULL AS regional_office, t.told_for AS unit
         FROM unit u JOIN told t ON t.unit = u.code
         WHERE u.email IS NOT NULL AND (u.active OR u.heir = u.code) AND NOT ${usesSambang('u.code')}
         UNION ALL
         SELECT o.name, lower(o.email), o.code, NULL FROM regional_office o JOIN told t ON t.office = o.code
         WHERE o.email IS NOT NULL
           AND o.code NOT IN (SELECT regional_office FROM people WHERE regional_office IS NOT NULL)
       )
       SELECT DISTINCT ON (r.email) r.name, r.email, r.regional_office AS "regionalOffice", r.unit AS "addressOf", r.administrates AS "isAdministrator",
         EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = $1 AND x.email = r.email) AS "takesPart"
       FROM (
         SELECT name, email, regional_office, NULL AS unit, administrates FROM people WHERE id IS DISTINCT FROM $4::uuid
         UNION ALL SELECT name, email, regional_office, unit, false FROM places
       ) r ORDER BY r.email, r.unit NULLS LAST`,
      [
        visit.id,
        places.units,
        places.regionalOffices.filter((office) => office !== null),
        actorId,
        places.administrators ?? false,
        rolesWith('people.manage-above'),
      ],
    );
  }
}

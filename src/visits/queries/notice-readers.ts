import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { mayBeTold, wasSubmitted } from './visible-visits.js';

/** Somebody who is told of a step. */
export interface NoticeReader {
  name: string;
  email: string;
  /** The office the reader works at; null for people of a unit. */
  regionalOffice: string | null;
  /** Whether the reader is a participant of the visit too. */
  takesPart: boolean;
}

/**
 * People of units and regional offices to write to; a place without accounts is written to at its own address. Of a
 * visit that was never submitted nobody but the guest's own people is told.
 */
@Injectable()
export class NoticeReaders {
  constructor(private readonly database: Database) {}

  execute(
    visit: { id: string },
    places: { units: string[]; regionalOffices: string[] },
    actorId: string | null,
  ): Promise<NoticeReader[]> {
    return this.database.query(
      `WITH told AS (
         SELECT u.code AS unit, NULL AS office FROM visit v JOIN unit u ON u.code = ANY ($2)
         WHERE v.id = $1 AND ${mayBeTold('u.code')}
         UNION ALL
         SELECT NULL, o.code FROM visit v JOIN regional_office o ON o.code = ANY ($3)
         WHERE v.id = $1 AND ${wasSubmitted}
       ), people AS (
         SELECT p.id, p.name, p.email, p.unit, p.regional_office FROM person p
         JOIN told t ON p.unit = t.unit OR p.regional_office = t.office WHERE p.suspended_at IS NULL
       ), places AS (
         SELECT u.name, lower(u.email) AS email, NULL AS regional_office FROM unit u JOIN told t ON t.unit = u.code
         WHERE u.email IS NOT NULL AND u.code NOT IN (SELECT unit FROM people WHERE unit IS NOT NULL)
         UNION ALL
         SELECT o.name, lower(o.email), o.code FROM regional_office o JOIN told t ON t.office = o.code
         WHERE o.email IS NOT NULL
           AND o.code NOT IN (SELECT regional_office FROM people WHERE regional_office IS NOT NULL)
       )
       SELECT DISTINCT ON (r.email) r.name, r.email, r.regional_office AS "regionalOffice",
         EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = $1 AND x.email = r.email) AS "takesPart"
       FROM (
         SELECT name, email, regional_office FROM people WHERE id IS DISTINCT FROM $4::uuid
         UNION ALL SELECT name, email, regional_office FROM places
       ) r ORDER BY r.email`,
      [visit.id, places.units, places.regionalOffices, actorId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** Somebody whom what is for a regional office is mailed to. */
export interface OfficeReader {
  office: string;
  officeName: string;
  /** Of the office. */
  zone: Zone;
  name: string;
  email: string;
}

/** Whom mails to regional offices go to. */
@Injectable()
export class OfficeReaders {
  constructor(private readonly database: Database) {}

  /** People of all regional offices; an office without accounts is written to at its own address. */
  execute(): Promise<OfficeReader[]> {
    return this.database.query(
      `SELECT o.code AS office, o.short_name AS "officeName", o.time_zone AS zone,
         coalesce(p.name, o.name) AS name, coalesce(p.email, lower(o.email)) AS email
       FROM regional_office o LEFT JOIN person p ON p.regional_office = o.code AND p.suspended_at IS NULL
       WHERE coalesce(p.email, o.email) IS NOT NULL ORDER BY o.code, 5`,
    );
  }
}

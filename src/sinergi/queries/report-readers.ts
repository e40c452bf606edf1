import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** Somebody whom a regional office's monthly report is mailed to. */
export interface ReportReader {
  office: string;
  officeName: string;
  zone: Zone;
  name: string;
  email: string;
}

@Injectable()
export class ReportReaders {
  constructor(private readonly database: Database) {}

  /** People of the offices that want it; an office without accounts is written to at its own address. */
  execute(): Promise<ReportReader[]> {
    return this.database.query(
      `SELECT o.code AS office, o.short_name AS "officeName", o.time_zone AS zone,
         coalesce(p.name, o.name) AS name, coalesce(p.email, lower(o.email)) AS email
       FROM monthly_report m JOIN regional_office o ON o.code = m.regional_office
       LEFT JOIN person p ON p.regional_office = o.code AND p.suspended_at IS NULL
       WHERE coalesce(p.email, o.email) IS NOT NULL ORDER BY o.code, 5`,
    );
  }
}

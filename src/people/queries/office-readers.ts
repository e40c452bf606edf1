import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';

/** A regional office with those whom what is for it is mailed to. */
export interface ReadingOffice {
  office: string;
  officeName: string;
  /** Of the office. */
  zone: Zone;
  /** At least one. */
  readers: { name: string; email: string }[];
}

/** Whom mails to regional offices go to. */
@Injectable()
export class OfficeReaders {
  constructor(private readonly database: Database) {}

  /** Offices in the order of their codes, with their people; one without accounts is written to at its own address. */
  execute({ after, only, limit }: SweepRange): Promise<ReadingOffice[]> {
    return this.database.query(
      `SELECT o.code AS office, o.short_name AS "officeName", o.time_zone AS zone,
         jsonb_agg(jsonb_build_object('name', coalesce(p.name, o.name), 'email', coalesce(p.email, lower(o.email)))
           ORDER BY coalesce(p.email, lower(o.email))) AS readers
       FROM regional_office o LEFT JOIN person p ON p.regional_office = o.code AND p.suspended_at IS NULL
       WHERE coalesce(p.email, lower(o.email)) IS NOT NULL
         AND ($1::text IS NULL OR o.code > $1) AND ($2::text IS NULL OR o.code = $2)
       GROUP BY o.code ORDER BY o.code LIMIT $3`,
      [after, only, limit],
    );
  }
}

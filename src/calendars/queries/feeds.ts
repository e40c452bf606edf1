import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { FeedRow } from '../storage/feed-repository.js';

/** A feed as its owner sees it. */
export type ListedFeed = Omit<FeedRow, 'tokenHash' | 'personId'>;

/** A feed that may be read now, with what it is called. */
export interface LiveFeed {
  id: string;
  scope: FeedRow['scope'];
  personId: string;
  unit: string | null;
  regionalOffice: string | null;
  /** Name of the person, the unit or the regional office. */
  ownerName: string;
  timeZone: Zone;
}

@Injectable()
export class Feeds {
  constructor(private readonly database: Database) {}

  ofPerson(personId: string): Promise<ListedFeed[]> {
    return this.database.query(
      `SELECT id, scope, unit, regional_office AS "regionalOffice", created_at AS "createdAt",
         last_used_at AS "lastUsedAt"
       FROM feed WHERE person_id = $1 ORDER BY created_at, id`,
      [personId],
    );
  }

  /** The feed of a secret, while its owner may still see what it shows; null otherwise. */
  async live(tokenHash: string): Promise<LiveFeed | null> {
    const [feed] = await this.database.query<LiveFeed>(
      `SELECT f.id, f.scope, f.person_id AS "personId", f.unit, f.regional_office AS "regionalOffice",
         coalesce(u.name, r.short_name, p.name) AS "ownerName",
         coalesce(u.time_zone, r.time_zone, w.time_zone, o.time_zone, 'Asia/Jakarta') AS "timeZone"
       FROM feed f JOIN person p ON p.id = f.person_id
       LEFT JOIN unit u ON u.code = f.unit LEFT JOIN regional_office r ON r.code = f.regional_office
       LEFT JOIN unit w ON w.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
       WHERE f.token_hash = $1 AND p.suspended_at IS NULL
         AND (f.scope <> 'unit' OR p.unit = f.unit)
         AND (f.scope <> 'region' OR p.regional_office = f.regional_office)`,
      [tokenHash],
    );
    return feed ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { NATIONAL_ZONE, type Zone } from '../../platform/text/zones.js';
import type { FeedContent } from '../domain/feed-content.js';
import { feedIsLive } from './feed-states.js';
import type { FeedRow } from '../storage/feed-repository.js';

/** A feed as its owner sees it. */
export interface ListedFeed extends Omit<
  FeedRow,
  'tokenHash' | 'personId' | 'digest' | 'eventsDigest' | 'held' | 'scopes' | 'changedAt'
> {
  /** What it is called in calendars: the person, the unit, the regional office or the visit's reference. */
  ownerName: string;
}

/** A feed that may be read now, with what it is called. */
export interface LiveFeed extends FeedContent {
  id: string;
  unit: string | null;
  regionalOffice: string | null;
  ownerName: string;
  timeZone: Zone;
  /** Whoever made it, as the rules see them today. */
  owner: Actor;
}

const content = `f.id, f.scope, f.unit, f.regional_office AS "regionalOffice", f.visit_id AS "visitId", f.shows,
  f.programs, f.states, coalesce(u.name, r.short_name, v.reference, p.name) AS "ownerName"`;

const from = `FROM feed f JOIN person p ON p.id = f.person_id
  LEFT JOIN unit u ON u.code = f.unit LEFT JOIN regional_office r ON r.code = f.regional_office
  LEFT JOIN visit v ON v.id = f.visit_id`;

@Injectable()
export class Feeds {
  constructor(private readonly database: Database) {}

  ofPerson(personId: string): Promise<ListedFeed[]> {
    return this.database.query(
      `SELECT ${content}, f.created_at AS "createdAt", f.last_used_at AS "lastUsedAt"
       ${from} WHERE f.person_id = $1 ORDER BY f.created_at, f.id`,
      [personId],
    );
  }

  /** One of a person's own feeds. */
  async own(id: string, personId: string): Promise<ListedFeed | null> {
    return (await this.ofPerson(personId)).find((feed) => feed.id === id) ?? null;
  }

  /** The feed of a secret, while its owner still belongs to what it shows; null otherwise. */
  async live(tokenHash: string): Promise<LiveFeed | null> {
    const [feed] = await this.database.query<LiveFeed>(
      `SELECT ${content}, coalesce(u.time_zone, r.time_zone, h.time_zone, w.time_zone, o.time_zone,
           '${NATIONAL_ZONE}') AS "timeZone",
         jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'role', p.role, 'unit', p.unit,
           'inherited', (SELECT coalesce(jsonb_agg(m.code ORDER BY m.code), '[]') FROM unit m
             WHERE m.heir = p.unit AND m.code <> p.unit),
           'regionalOffice', coalesce(p.regional_office, w.regional_office),
           'placeName', coalesce(w.name, o.short_name),
           'timeZone', coalesce(w.time_zone, o.time_zone, '${NATIONAL_ZONE}')) AS owner
       ${from}
       LEFT JOIN unit h ON h.code = v.host_unit
       LEFT JOIN unit w ON w.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
       WHERE f.token_hash = $1 AND ${feedIsLive}`,
      [tokenHash],
    );
    return feed ?? null;
  }
}

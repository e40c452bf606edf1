import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { streetAddress } from '../../units/index.js';

/** What a participant's page tells beside the visit's own fields. */
export interface PageSurroundings {
  programs: string[];
  /** What the host asks of its guests, by name and text; those that say something. */
  rules: { name: 'identity' | 'phone' | 'camera'; text: string }[];
  /** Street and postcode of the host. */
  hostAddress: string | null;
  /** Where the host is, only where somebody confirmed it. */
  latitude: number | null;
  longitude: number | null;
  /** Why the visit is off; empty when it is not, or nobody said. */
  reason: string;
  /** The reader's: the own unit's, or that of the side somebody without an account is on. */
  zone: Zone;
}

@Injectable()
export class FindPageSurroundings {
  constructor(private readonly database: Database) {}

  /** Null for somebody who no longer takes part. */
  async of(participantId: string): Promise<PageSurroundings | null> {
    const [row] = await this.database.query<PageSurroundings>(
      `SELECT ARRAY(SELECT CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END
           FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id
           ORDER BY r.framework, r.number NULLS LAST, r.code) AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', y.name, 'text', y.text) ORDER BY y.position)
           FROM (VALUES (1, 'identity', q.identity_rule), (2, 'phone', q.phone_rule), (3, 'camera', q.camera_rule))
             AS y (position, name, text) WHERE y.text <> ''), '[]') AS rules,
         ${streetAddress('h')} AS "hostAddress",
         CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
         CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
         coalesce((SELECT y.reason FROM visit_history y
           WHERE y.visit_id = v.id AND y.action IN ('cancel', 'not-held') ORDER BY y.version DESC LIMIT 1), '') AS reason,
         coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone
       FROM visit_participant p JOIN visit v ON v.id = p.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       JOIN hosting_policy q ON q.unit = v.host_unit
       LEFT JOIN person a ON a.id = p.person_id LEFT JOIN unit w ON w.code = a.unit
       WHERE p.id = $1`,
      [participantId],
    );
    return row ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { mayReadSql } from '../../notes/index.js';
import { usesSambang } from '../../units/index.js';
import { hostedBy } from '../../visits/index.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { KnownPlace } from '../../platform/text/distance.js';
import type { Zone } from '../../platform/text/zones.js';
import { aboutMatter, type Matter } from './matter.js';
import { organisationOf } from '../../platform/security/capabilities.js';

/** A unit with what it, and those that merged into it, have to show on a matter. */
export interface WorthyHost extends KnownPlace {
  code: string;
  name: string;
  place: string;
  /** Null for who is of no region. */
  officeName: string | null;
  timeZone: Zone;
  notes: number;
  replications: number;
  uses: number;
  hosted: number;
  /** Whether somebody there has an active account. */
  usesSambang: boolean;
  /** The newest of the notes, three at the most. */
  titles: { id: string; title: string }[];
}

const MOST = 60;

@Injectable()
export class FindWorthyHosts {
  constructor(private readonly database: Database) {}

  /**
   * Units with something to show on a matter that receive visits, and where the own unit is, in one statement: at most
   * 60, those with the most to show. Notes are those the actor may read.
   *
   * @param only with it, just these units, whatever they have to show
   */
  async execute(
    actor: Actor,
    matter: Matter,
    only: readonly string[] | null,
  ): Promise<{ hosts: WorthyHost[]; from: KnownPlace | null }> {
    const where = new Conditions();
    const about = aboutMatter(where, matter);
    const readable = mayReadSql(actor, where);
    const [own, codes] = [where.place(organisationOf(actor)), where.place(only)];
    const users = where.place(matter.usesSambang ?? null);
    const rows = await this.database.query<WorthyHost>(
      `WITH noted AS (
         SELECT n.id, nu.heir AS unit, n.title, n.published_at FROM note n JOIN unit nu ON nu.code = n.unit
         WHERE n.state = 'published' AND (${readable}) AND ${about.note}
       ), written AS (
         SELECT unit, count(*)::int AS notes, jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', id,
           'title', title) ORDER BY published_at DESC, id), '$[0 to 2]') AS titles FROM noted GROUP BY unit
       ), copied AS (
         SELECT ru.heir AS unit, count(DISTINCT tu.heir)::int AS replications FROM replication r
         JOIN unit ru ON ru.code = r.from_unit JOIN unit tu ON tu.code = r.to_unit AND tu.heir <> ru.heir
         WHERE r.note_id IN (SELECT id FROM noted) OR (r.note_id IS NULL AND ${about.practice}) GROUP BY ru.heir
       ), used AS (
         SELECT d.unit, count(DISTINCT eu.heir)::int AS uses FROM noted d
         JOIN note_use e ON e.note_id = d.id JOIN unit eu ON eu.code = e.unit AND eu.heir <> d.unit GROUP BY d.unit
       ), received AS (
         ${hostedBy(where, about.ofProgram, about.inWords)}
       )
       SELECT u.code, u.name, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone", u.latitude,
         u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", coalesce(w.notes, 0) AS notes, coalesce(c.replications, 0) AS replications,
         coalesce(e.uses, 0) AS uses, coalesce(x.hosted, 0) AS hosted, coalesce(w.titles, '[]') AS titles,
         ${usesSambang('u.code')} AS "usesSambang"
       FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office JOIN hosting_policy p ON p.unit = u.code
       LEFT JOIN written w ON w.unit = u.code LEFT JOIN copied c ON c.unit = u.code
       LEFT JOIN used e ON e.unit = u.code LEFT JOIN received x ON x.unit = u.code
       WHERE u.code = ${own} OR CASE WHEN ${codes}::text[] IS NULL
         THEN u.active AND p.open AND (${users}::boolean IS NULL OR ${usesSambang('u.code')} = ${users}) AND num_nonnulls(w.notes, c.replications, e.uses, x.hosted) > 0
         ELSE u.code = ANY (${codes}::text[]) END
       ORDER BY u.code = ${own} DESC NULLS LAST, coalesce(c.replications, 0) * 5 + coalesce(w.notes, 0) * 4
         + coalesce(x.hosted, 0) DESC, u.code
       LIMIT ${MOST + 1}`,
      where.parameters,
    );
    const at = rows.find(({ code }) => code === organisationOf(actor));
    return {
      hosts: rows.filter(({ code }) =>
        only === null ? code !== organisationOf(actor) : only.includes(code),
      ),
      from: at ?? null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { isAgreed } from './scope.js';
import { agreedPairs, pairCubes } from './unit-pairs.js';

/** A unit in the network, with its place on the map where it is known. */
export interface NetworkUnit {
  code: string;
  name: string;
  /** Regional office; null for who is of no region. */
  office: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Visits that were agreed upon: the guest learns from the host. */
export interface NetworkEdge {
  guest: string;
  host: string;
  count: number;
  /** How many of them are about each program. */
  programs: { program: string; count: number }[];
}

export interface LearningNetwork {
  units: NetworkUnit[];
  edges: NetworkEdge[];
  /** Edges there are, those that `edges` has no room for among them. */
  edgeCount: number;
}

@Injectable()
export class LearningNetworks {
  constructor(private readonly database: Database) {}

  /** The most frequent edges first, `most` of them at the most, and the units at their ends. */
  async execute(scope: Scope, most: number): Promise<LearningNetwork> {
    const where = new Conditions();
    const pairs = agreedPairs(scope, where);
    const agreed = isAgreed('c.mark', where);
    const limit = where.place(most);
    const months = [`${scope.from}-01`, `${scope.to}-01`].map((day) => where.place(day));
    const [program, cubes] = [where.place(scope.program), where.place(pairCubes)];
    const [row] = await this.database.query<LearningNetwork>(
      `WITH every AS MATERIALIZED (
         SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
         FROM ${pairs} c GROUP BY 1, 2 HAVING sum(c.count) > 0),
       edge AS MATERIALIZED (SELECT * FROM every ORDER BY count DESC, guest, host LIMIT ${limit}),
       about AS (
         SELECT guest, host, jsonb_agg(jsonb_build_object('program', program, 'count', count) ORDER BY count DESC, program)
           AS programs
         FROM (
           SELECT e.guest, e.host, c.program, sum(c.count)::int AS count
           FROM edge e JOIN sinergi_count c ON c.guest_unit = e.guest AND c.host_unit = e.host
           WHERE c.cube = ANY (${cubes}) AND c.program <> '' AND (${program}::text IS NULL OR c.program = ${program})
             AND c.month BETWEEN ${months[0]}::date AND ${months[1]}::date AND ${agreed}
           GROUP BY 1, 2, 3 HAVING sum(c.count) > 0) p
         GROUP BY 1, 2)
       SELECT
         (SELECT count(*)::int FROM every) AS "edgeCount",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('guest', coalesce(e.guest, ''), 'host', coalesce(e.host, ''), 'count', e.count,
            'programs', coalesce(a.programs, '[]')) ORDER BY e.count DESC, e.guest, e.host), '[]')
          FROM edge e LEFT JOIN about a USING (guest, host)) AS edges,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name, 'office', u.regional_office,
            'latitude', u.latitude, 'longitude', u.longitude) ORDER BY u.code), '[]')
          FROM unit u WHERE u.code IN (SELECT guest FROM edge UNION SELECT host FROM edge)) AS units`,
      where.parameters,
    );
    return row ?? { units: [], edges: [], edgeCount: 0 };
  }
}

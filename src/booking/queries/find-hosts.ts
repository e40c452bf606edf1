import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { mayReadSql } from '../../notes/index.js';
import { statesWith } from '../../visits/index.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Position } from '../../platform/text/distance.js';
import type { HostEvidence } from '../domain/host-ranking.js';

export interface HostFilter {
  words: string;
  type: string;
  program: string;
  topic: string;
  office: string;
}

/** A unit that could receive the visit. */
export interface HostLine extends HostEvidence {
  code: string;
  type: string;
  place: string;
  officeName: string;
  timeZone: Zone;
  largestParty: number | null;
  shortestNoticeDays: number;
  /** The newest of the published notes that fit, three at the most. */
  titles: { id: string; title: string }[];
  /** Whether it fits the words, the kind and the office; the chosen host is told of even when it does not. */
  fits: boolean;
}

const known = (text: string): string | undefined => (text === '' ? undefined : text);

/** Units that fit a search, with what speaks for each, and where the guests come from; in one statement. */
@Injectable()
export class FindHosts {
  constructor(private readonly database: Database) {}

  /** @param chosen code of a unit that is found whatever is looked for; the guest itself never is */
  async execute(
    actor: Actor,
    guest: string,
    filter: HostFilter,
    chosen: string,
  ): Promise<{ hosts: HostLine[]; from: Position | null }> {
    const where = new Conditions();
    const [own, picked] = [where.place(guest), where.place(chosen)];
    const rank = asked(where, filter);
    const fits = where.sql;
    const [notes, visits] = evidence(where, filter);
    const rows = await this.database.query<HostLine>(
      `SELECT u.code, u.name, u.type, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone",
         u.latitude, u.longitude, p.open, p.largest_party AS "largestParty",
         p.shortest_notice_days AS "shortestNoticeDays", ${rank} AS "nameRank", (${fits}) AS fits,
         coalesce(n.notes, 0) AS notes, coalesce(n.titles, '[]') AS titles, coalesce(v.hosted, 0) AS hosted
       FROM unit u
       JOIN regional_office o ON o.code = u.regional_office
       JOIN hosting_policy p ON p.unit = u.code
       LEFT JOIN (
         SELECT unit, count(*)::int AS notes,
           jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', id, 'title', title)
             ORDER BY published_at DESC, id), '$[0 to 2]') AS titles
         FROM note n WHERE state = 'published' AND (${mayReadSql(actor, where)}) AND ${notes} GROUP BY unit) n ON n.unit = u.code
       LEFT JOIN (
         SELECT host_unit, count(*)::int AS hosted
         FROM visit v WHERE state = ANY (${where.place(statesWith('tookPlace'))}) AND ${visits} GROUP BY host_unit) v ON v.host_unit = u.code
       WHERE u.code IN (${own}, ${picked}) OR (${fits})`,
      where.parameters,
    );
    const at = rows.find(({ code }) => code === guest);
    return {
      hosts: rows.filter(({ code }) => code !== guest),
      from: at?.latitude != null && at.longitude != null ? (at as Position) : null,
    };
  }
}

/** Adds what a unit has to fit, and returns how well its name does. */
function asked(where: Conditions, { words, type, office }: HostFilter): string {
  where.addIf((p) => `u.type = ${p}`, known(type));
  where.addIf((p) => `u.regional_office = ${p}`, known(office));
  const pattern = containing(known(words));
  if (pattern === undefined) return '0';
  const [inside, start] = [where.place(pattern), where.place(pattern.slice(1))];
  where.add(
    () => `u.name ILIKE ${inside} OR u.code ILIKE ${inside} OR u.place ILIKE ${inside}
      OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE ${inside})
      OR EXISTS (SELECT 1 FROM unit_former_name f WHERE f.unit = u.code AND f.name ILIKE ${inside})`,
  );
  return `CASE WHEN u.name ILIKE ${start} OR u.code ILIKE ${start} THEN 0 ELSE 1 END`;
}

/** The conditions of notes and visits that are about the program and the topic. */
function evidence(where: Conditions, { program, topic }: HostFilter): [notes: string, visits: string] {
  const [notes, visits] = [['true'], ['true']];
  if (program !== '') {
    const place = where.place(program);
    notes.push(`EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = ${place})`);
    visits.push(`EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${place})`);
  }
  const pattern = containing(known(topic));
  if (pattern !== undefined) {
    const place = where.place(pattern);
    notes.push(
      `(n.title || ' ' || n.context || ' ' || n.what_was_done || ' ' || n.result || ' ' || array_to_string(n.topics, ' ')) ILIKE ${place}`,
    );
    visits.push(`(v.title || ' ' || v.purpose || ' ' || array_to_string(v.topics, ' ')) ILIKE ${place}`);
  }
  return [notes.join(' AND '), visits.join(' AND ')];
}

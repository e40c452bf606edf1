import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { matterOfNote, mayReadSql, noteIsOf } from '../../notes/index.js';
import {
  everNamed,
  isOrganisationKind,
  usesSambang,
  type OrganisationKind,
  type VisitKind,
} from '../../units/index.js';
import { hostedBy, matterOfVisit } from '../../visits/index.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import type { KnownPlace } from '../../platform/text/distance.js';
import type { HostInOrder } from '../domain/host-ranking.js';

export interface HostFilter {
  words: string;
  type: string;
  program: string;
  topic: string;
  office: string;
  /** Those that use Sambang, or those that do not; undefined for all. */
  usesSambang: boolean | undefined;
  /** The kind of visit that is asked for; null while none is chosen. */
  visitKind: VisitKind | null;
}

/** A unit that could receive the visit. */
export interface HostLine extends HostInOrder {
  code: string;
  kind: OrganisationKind;
  place: string;
  /** Null for who is of no region. */
  officeName: string | null;
  timeZone: Zone;
  /** Whether it receives visits of the kind that is asked for. */
  receivesKind: boolean;
  /** Whether somebody there has an active account, and whether its own mail address is known. */
  usesSambang: boolean;
  hasEmail: boolean;
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
  ): Promise<{ hosts: HostLine[]; from: KnownPlace | null }> {
    const where = new Conditions();
    const [own, picked, kind] = [where.place(guest), where.place(chosen), where.place(filter.visitKind)];
    const rank = asked(where, filter);
    const fits = where.sql;
    const { notes, hosted } = evidence(where, filter);
    const rows = await this.database.query<HostLine>(
      `SELECT u.code, u.name, u.kind, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone",
         u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", p.open, coalesce(k.receives, true) AS "receivesKind",
         ${usesSambang('u.code')} AS "usesSambang", u.email IS NOT NULL AS "hasEmail",
         coalesce(k.largest_party, p.largest_party) AS "largestParty",
         coalesce(k.shortest_notice_days, p.shortest_notice_days) AS "shortestNoticeDays", ${rank} AS "nameRank", coalesce((${fits}), false) AS fits,
         coalesce(n.notes, 0) AS notes, coalesce(n.titles, '[]') AS titles, coalesce(v.hosted, 0) AS hosted
       FROM unit u
       LEFT JOIN regional_office o ON o.code = u.regional_office
       JOIN hosting_policy p ON p.unit = u.code
       LEFT JOIN hosting_kind k ON k.unit = u.code AND k.kind = ${kind}
       LEFT JOIN (
         SELECT nu.heir AS unit, count(*)::int AS notes,
           jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title)
             ORDER BY n.published_at DESC, n.id), '$[0 to 2]') AS titles
         FROM note n JOIN unit nu ON nu.code = n.unit
         WHERE n.state = 'published' AND (${mayReadSql(actor, where)}) AND ${notes} GROUP BY nu.heir) n ON n.unit = u.code
       LEFT JOIN (${hosted}) v ON v.unit = u.code
       WHERE u.code IN (${own}, ${picked}) OR (${fits})`,
      where.parameters,
    );
    const at = rows.find(({ code }) => code === guest);
    return {
      hosts: rows.filter(({ code }) => code !== guest),
      from: at ?? null,
    };
  }
}

/** Adds what a unit has to fit, and returns how well its name does. */
function asked(where: Conditions, { words, type, office, usesSambang: isUser }: HostFilter): string {
  where.add(() => 'u.active');
  if (isOrganisationKind(type)) where.add((p) => `u.kind = ${p}`, type);
  else where.addIf((p) => `u.type = ${p}`, known(type));
  where.addIf((p) => `u.regional_office = ${p}`, known(office));
  where.addIf((p) => `${usesSambang('u.code')} = ${p}`, isUser);
  const pattern = containing(known(words));
  if (pattern === undefined) return '0';
  const [inside, start] = [where.place(pattern), where.place(pattern.slice(1))];
  where.add(
    () => `${everNamed('u', inside)} OR u.code ILIKE ${inside} OR u.place ILIKE ${inside}
      OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE ${inside})`,
  );
  return `CASE WHEN u.name ILIKE ${start} OR u.code ILIKE ${start} THEN 0 ELSE 1 END`;
}

/** The condition of notes that are about the program and the topic, and how many such visits units received. */
function evidence(where: Conditions, { program, topic }: HostFilter): { notes: string; hosted: string } {
  const ofProgram = program === '' ? null : where.place(program);
  const words = containing(known(topic));
  const pattern = words === undefined ? null : where.place(words);
  const notes = [
    ...(ofProgram === null ? [] : [noteIsOf(ofProgram)]),
    ...(pattern === null ? [] : [`${matterOfNote} ILIKE ${pattern}`]),
  ];
  const about = pattern === null ? null : `${matterOfVisit} ILIKE ${pattern}`;
  return {
    notes: notes.join(' AND ') || 'true',
    hosted: hostedBy(where, ofProgram, about),
  };
}

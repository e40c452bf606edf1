import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { storedInstant } from '../../platform/text/date-range.js';
import { localDate } from '../../platform/text/dates.js';
import { closedDates, UnitFacts } from '../../units/index.js';
import { timeInQuestion } from '../domain/host-time.js';
import { nameAt } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitFacts } from './visit-facts.js';

/** Something else at a host on a day. */
export interface HostDayEntry {
  id: string;
  /** Whether it takes a place for good, holds one for an offer, or only asks for one. */
  kind: 'confirmed' | 'held' | 'pending';
  title: string;
  guestUnitName: string;
  startsAt: Date;
  endsAt: Date;
}

/** What stands at a host on the days of the time in question, beside the visit itself. */
export interface HostDay {
  entries: HostDayEntry[];
  /** Parallel places. */
  capacity: number;
  /** Why the host, or the country, is closed on one of the days; empty where it is open. */
  closed: { date: string; reason: string }[];
}

type Row = Omit<HostDay, 'entries' | 'closed'> & {
  entries: (Omit<HostDayEntry, 'startsAt' | 'endsAt'> & Record<'startsAt' | 'endsAt', string>)[];
};

/** A host's day. */
@Injectable()
export class HostDayQuery {
  constructor(
    private readonly database: Database,
    private readonly units: UnitFacts,
  ) {}

  async execute(visit: VisitFacts, now: Date): Promise<HostDay> {
    const { startsAt, endsAt } = timeInQuestion(visit);
    const [row] = await this.database.query<Row>(
      `WITH days AS (
         SELECT date_trunc('day', $3::timestamptz AT TIME ZONE $6) AT TIME ZONE $6 AS starts_at,
           (date_trunc('day', $4::timestamptz AT TIME ZONE $6) + interval '1 day') AT TIME ZONE $6 AS ends_at
       )
       SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'title', e.title,
           'guestUnitName', e.guest, 'startsAt', e.starts_at, 'endsAt', e.ends_at) ORDER BY e.starts_at, e.id)
         FROM (
           SELECT v.id, CASE t.kind WHEN 'confirmed' THEN 'confirmed' ELSE 'held' END AS kind, v.title, ${nameAt('g', 'v.starts_at', '$6')} AS guest,
             lower(t.during) AS starts_at, upper(t.during) AS ends_at
           FROM host_time t JOIN visit v ON v.id = t.visit_id JOIN unit g ON g.code = v.guest_unit
           WHERE t.host_unit = $1 AND t.visit_id <> $2 AND t.during && tstzrange(days.starts_at, days.ends_at)
             AND (t.expires_at IS NULL OR t.expires_at > $5)
           UNION ALL
           SELECT v.id, 'pending', v.title, ${nameAt('g', 'v.starts_at', '$6')}, coalesce(v.proposed_starts_at, v.starts_at),
             coalesce(v.proposed_ends_at, v.ends_at)
           FROM visit v JOIN unit g ON g.code = v.guest_unit
           WHERE v.host_unit = $1 AND v.id <> $2 AND v.state = ANY ($7)
             AND coalesce(v.proposed_starts_at, v.starts_at) < days.ends_at
             AND coalesce(v.proposed_ends_at, v.ends_at) > days.starts_at
             AND NOT EXISTS (SELECT 1 FROM host_time h WHERE h.visit_id = v.id AND h.expires_at > $5)
         ) e), '[]') AS entries,
         coalesce((SELECT capacity FROM hosting_policy WHERE unit = $1), 1) AS capacity
       FROM days`,
      [visit.hostUnit, visit.id, startsAt, endsAt, now, visit.timeZone, statesWith('awaitsAnswer')],
    );
    const { entries, capacity } = row as Row;
    return {
      capacity,
      closed: await this.closedOn(visit, startsAt, endsAt),
      entries: entries.map((entry) => ({
        ...entry,
        startsAt: storedInstant(entry.startsAt),
        endsAt: storedInstant(entry.endsAt),
      })),
    };
  }

  private async closedOn(
    { hostUnit, timeZone }: VisitFacts,
    startsAt: Date,
    endsAt: Date,
  ): Promise<HostDay['closed']> {
    const [from, to] = [localDate(startsAt, timeZone), localDate(endsAt, timeZone)];
    const facts = await this.units.hostingFacts(hostUnit, from, to);
    if (!facts) return [];
    return closedDates(facts, from, to).map(({ date, reason }) => ({ date, reason }));
  }
}

import { Injectable } from '@nestjs/common';
import type { DayTime } from '../../platform/text/day-hours.js';
import { storedInstant } from '../../platform/text/date-range.js';
import { Database } from '../../platform/database/database.js';
import { endsAfter, isOnSite, statesWith, type VisitMode, type VisitState } from '../../visits/index.js';

/** A visit at the same time. */
export interface OtherVisit extends DayTime {
  id: string;
  title: string;
  state: VisitState;
}

/** What stands against a time, beside the host's own rules. */
export interface Clashes {
  /** Parallel places of the host that are held, and how many there are. */
  taken: number;
  capacity: number;
  /** Visits of the own unit, as guest or as host. */
  own: OtherVisit[];
  /** Names of those whom another confirmed visit takes: one of the own unit's, or one of its own officers. */
  people: string[];
}

interface Asked extends DayTime {
  guest: string;
  host: string;
  emails: string[];
  mode: VisitMode;
  now: Date;
}

type Row = Omit<Clashes, 'own'> & {
  own: (Omit<OtherVisit, 'startsAt' | 'endsAt'> & Record<'startsAt' | 'endsAt', string>)[];
};

/** The hours of the time that is asked for, day by day. */
const asked = 'day_hours($3, $4, (SELECT u.time_zone FROM unit u WHERE u.code = $1), $11)';
/** Those of a visit. */
const hoursOf = (visit: string): string =>
  `day_hours(${visit}.starts_at, ${visit}.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = ${visit}.host_unit), ${visit}.own_hours)`;

/** What stands against a time a guest would choose, in one statement. */
@Injectable()
export class FindClashes {
  constructor(private readonly database: Database) {}

  async execute({ guest, host, startsAt, endsAt, ownHours, emails, mode, now }: Asked): Promise<Clashes> {
    const [row] = await this.database.query<Row>(
      `SELECT
         coalesce((SELECT max(x.places)::int FROM (SELECT count(DISTINCT t.place) AS places
           FROM unnest(${asked}) AS d (during) JOIN host_time t ON t.host_unit = $1 AND t.during && d.during
             AND (t.expires_at IS NULL OR t.expires_at > $5)
           WHERE $10::boolean OR EXISTS (SELECT FROM hosting_policy h WHERE h.unit = $1 AND h.online_takes_place)
           GROUP BY d.during) x), 0) AS taken,
         coalesce((SELECT capacity FROM hosting_policy WHERE unit = $1), 1) AS capacity,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'title', title, 'state', state,
             'startsAt', starts_at, 'endsAt', ends_at, 'ownHours', own_hours) ORDER BY starts_at, id)
           FROM visit v WHERE (guest_unit = $2 OR (host_unit = $2 AND state = ANY ($7)))
             AND state = ANY ($8)
             AND starts_at < $4 AND ${endsAfter('$3')} AND ${asked} && ${hoursOf('v')}), '[]') AS own,
         coalesce((SELECT jsonb_agg(DISTINCT q.name) FROM visit_participant q
           JOIN visit o ON o.id = q.visit_id AND o.state = ANY ($9)
             AND o.starts_at < $4 AND ${endsAfter('$3', 'o')} AND ${asked} && ${hoursOf('o')}
           WHERE (q.email = ANY($6) OR q.person_id IN (SELECT a.id FROM person a WHERE a.email = ANY($6))) AND q.answer <> 'declined'
             AND ($2 IN (o.guest_unit, o.host_unit)
               OR EXISTS (SELECT FROM person a WHERE a.email = q.email AND a.unit = $2))), '[]') AS people`,
      [
        ...[host, guest, startsAt, endsAt, now, emails],
        ...[
          statesWith('standing'),
          statesWith('ahead'),
          statesWith('takesPeople'),
          isOnSite({ mode }),
          ownHours,
        ],
      ],
    );
    const { own, ...clashes } = row as Row;
    return {
      ...clashes,
      own: own.map((visit) => ({
        ...visit,
        startsAt: storedInstant(visit.startsAt),
        endsAt: storedInstant(visit.endsAt),
      })),
    };
  }
}

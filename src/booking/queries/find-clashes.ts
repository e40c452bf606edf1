import { Injectable } from '@nestjs/common';
import { storedInstant } from '../../platform/text/date-range.js';
import { Database } from '../../platform/database/database.js';
import { statesWith, type VisitState } from '../../visits/index.js';

/** A visit at the same time. */
export interface OtherVisit {
  id: string;
  title: string;
  state: VisitState;
  startsAt: Date;
  endsAt: Date;
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
  /** Why the own unit is closed that day; null when it is not. */
  closed: string | null;
}

interface Asked {
  guest: string;
  host: string;
  startsAt: Date;
  endsAt: Date;
  /** Calendar date of the start. */
  date: string;
  emails: string[];
  now: Date;
}

type Row = Omit<Clashes, 'own'> & {
  own: (Omit<OtherVisit, 'startsAt' | 'endsAt'> & Record<'startsAt' | 'endsAt', string>)[];
};

/** What stands against a time a guest would choose, in one statement. */
@Injectable()
export class FindClashes {
  constructor(private readonly database: Database) {}

  async execute({ guest, host, startsAt, endsAt, date, emails, now }: Asked): Promise<Clashes> {
    const [row] = await this.database.query<Row>(
      `SELECT
         (SELECT count(DISTINCT place)::int FROM host_time WHERE host_unit = $1
           AND during && tstzrange($3, $4) AND (expires_at IS NULL OR expires_at > $5)) AS taken,
         coalesce((SELECT capacity FROM hosting_policy WHERE unit = $1), 1) AS capacity,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'title', title, 'state', state,
             'startsAt', starts_at, 'endsAt', ends_at) ORDER BY starts_at, id)
           FROM visit WHERE (guest_unit = $2 OR (host_unit = $2 AND state = ANY ($8)))
             AND state = ANY ($9)
             AND starts_at < $4 AND ends_at > $3), '[]') AS own,
         coalesce((SELECT jsonb_agg(DISTINCT q.name) FROM visit_participant q
           JOIN visit o ON o.id = q.visit_id AND o.state = ANY ($10)
             AND o.starts_at < $4 AND o.ends_at > $3
           WHERE q.email = ANY($6) AND q.answer <> 'declined'
             AND ($2 IN (o.guest_unit, o.host_unit)
               OR EXISTS (SELECT FROM person a WHERE a.email = q.email AND a.unit = $2))), '[]') AS people,
         (SELECT reason FROM closed_day WHERE unit = $2 AND date = $7) AS closed`,
      [
        ...[host, guest, startsAt, endsAt, now, emails, date],
        ...[statesWith('standing'), statesWith('ahead'), statesWith('takesPeople')],
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

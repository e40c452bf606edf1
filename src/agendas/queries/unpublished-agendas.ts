import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { statesWith } from '../../visits/index.js';

/** A confirmed visit whose agenda nobody has published. */
export interface UnpublishedAgenda {
  visitId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's. */
  timeZone: Zone;
}

/** Which of the confirmed visits of units of a time have no public agenda, by start. */
@Injectable()
export class UnpublishedAgendas {
  constructor(private readonly database: Database) {}

  execute(units: readonly string[], from: Date, before: Date): Promise<UnpublishedAgenda[]> {
    return this.database.query(
      `SELECT v.id AS "visitId", v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", u.time_zone AS "timeZone"
       FROM visit v JOIN unit u ON u.code = v.host_unit LEFT JOIN agenda a ON a.visit_id = v.id
       WHERE v.state = ANY ($4) AND (v.guest_unit = ANY ($1) OR v.host_unit = ANY ($1)) AND v.starts_at >= $2 AND v.starts_at < $3
         AND a.public_revision IS NULL
       ORDER BY v.starts_at, v.id
       LIMIT 20`,
      [units, from, before, statesWith('standing')],
    );
  }
}

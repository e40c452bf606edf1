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
  /** The host's. */
  timeZone: Zone;
}

/** Which of a unit's confirmed visits of a time have no public agenda, by start. */
@Injectable()
export class UnpublishedAgendas {
  constructor(private readonly database: Database) {}

  execute(unit: string, from: Date, before: Date): Promise<UnpublishedAgenda[]> {
    return this.database.query(
      `SELECT v.id AS "visitId", v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", u.time_zone AS "timeZone"
       FROM visit v JOIN unit u ON u.code = v.host_unit LEFT JOIN agenda a ON a.visit_id = v.id
       WHERE v.state = ANY ($4) AND $1 IN (v.guest_unit, v.host_unit) AND v.starts_at >= $2 AND v.starts_at < $3
         AND a.public_revision IS NULL
       ORDER BY v.starts_at, v.id
       LIMIT 20`,
      [unit, from, before, statesWith('standing')],
    );
  }
}

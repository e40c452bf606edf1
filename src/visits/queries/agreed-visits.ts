import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { AgreedVisit } from '../../units/index.js';
import { nameOnVisit } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { partyCount } from './visit-facts.js';
import { endsAfter } from './visit-times.js';

/** Visits that a host agreed to and that are still to be held, in one statement. */
@Injectable()
export class AgreedVisitsQuery {
  constructor(private readonly database: Database) {}

  /** Those that end after an instant, by their start: of one host, or of all. */
  execute(host: string | null, now: Date): Promise<AgreedVisit[]> {
    return this.database.query<AgreedVisit>(
      `SELECT v.id, v.reference, v.kind, v.title, ${partyCount} AS "partyCount", v.agreed_party AS "agreedParty",
         ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id) AS programs, ${nameOnVisit('g')} AS "guestUnitName", v.host_unit AS "hostUnit", ${nameOnVisit('h')} AS "hostUnitName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", coalesce((SELECT max(t.place) FROM host_time t WHERE t.visit_id = v.id AND t.kind = 'confirmed'), 1) AS place
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE v.state = ANY ($3) AND ${endsAfter('$2')} AND ($1::text IS NULL OR v.host_unit = $1)
       ORDER BY v.starts_at, v.id`,
      [host, now, statesWith('standing')],
    );
  }
}

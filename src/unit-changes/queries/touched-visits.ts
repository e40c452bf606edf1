import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { countingFor, nameOnVisit } from '../../units/index.js';
import { statesWith, visitsOfUnits, wasSubmitted, type VisitState } from '../../visits/index.js';

/** A visit to come that a change of one of its units touches. */
export interface TouchedVisit {
  id: string;
  reference: string;
  title: string;
  state: VisitState;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's. */
  timeZone: Zone;
  /** Whether it is agreed upon; else it waits for an answer. */
  isAgreed: boolean;
  /** Whether the unit is its host or its leading guest, without which there is no visit. */
  isMain: boolean;
}

/** Visits of a unit from a day on, in one statement. */
@Injectable()
export class TouchedVisits {
  constructor(private readonly database: Database) {}

  /**
   * Those that are agreed upon or wait for an answer, with the unit, or one that merged into it, as host or as any guest,
   * by their start.
   *
   * @param from calendar date by each host's clock
   */
  of(unit: string, from: string): Promise<TouchedVisit[]> {
    return this.database.query<TouchedVisit>(
      `SELECT v.id, v.reference, v.title, v.state, ${nameOnVisit('g')} AS "guestUnitName",
         ${nameOnVisit('h')} AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
         h.time_zone AS "timeZone", v.state = ANY ($3) AS "isAgreed",
         v.guest_unit IN ${countingFor('$1')} OR v.host_unit IN ${countingFor('$1')} AS "isMain"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE v.id IN (${visitsOfUnits(`IN ${countingFor('$1')}`, 'x.state = ANY ($4)')}
           UNION SELECT jg.visit_id FROM visit_guest jg WHERE jg.organisation IN ${countingFor('$1')} AND NOT jg.is_leading AND jg.answer = 'joined')
         AND ${wasSubmitted} AND v.state = ANY ($4) AND (v.starts_at AT TIME ZONE h.time_zone)::date >= $2::date
       ORDER BY v.starts_at, v.id`,
      [unit, from, statesWith('standing'), [...statesWith('standing'), ...statesWith('awaitsAnswer')]],
    );
  }
}

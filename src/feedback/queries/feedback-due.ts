import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  attendancesAway,
  attendancesThere,
  endsAfter,
  enteredAfterwards,
  statesWith,
} from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import type { FeedbackVisit } from '../domain/feedback-mail.js';
import type { FeedbackProgress } from '../domain/feedback-times.js';

/** Somebody to ask, or to remind. */
export interface AskedPerson extends FeedbackVisit {
  participantId: string;
  name: string;
  email: string;
  visitId: string;
  /** The own unit's zone, or that of the side somebody without an account is on. */
  zone: Zone;
}

export interface RemindedPerson extends AskedPerson {
  askedAt: Date;
  expiresAt: Date;
}

const person = `p.id AS "participantId", p.name, p.email, v.id AS "visitId", v.reference, v.title,
  ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone",
  coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone`;

const units = `JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN person a ON a.email = p.email LEFT JOIN unit w ON w.code = a.unit`;

/** @param there the placeholder of the states of those who were: who was there; where nobody took attendance, who did not decline. */
export const wasThere = (there: string): string => `CASE
  WHEN EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = v.id AND x.attendance IS NOT NULL)
  THEN coalesce(p.attendance = ANY (${there}), false) ELSE p.answer <> 'declined' END`;

/** The same, of those mail can reach. */
const tookPart = (there: string): string => `p.email IS NOT NULL AND ${wasThere(there)}`;

/** Days after a visit in which people are asked. */
export const ASKED_FOR_DAYS = 14;

/** Visits in the states $5 that ended in these days before $1; OFFSET has them found by their time, and not by those who came. */
const lately = `(SELECT * FROM visit y WHERE y.state = ANY ($5) AND y.ends_at <= $1
  AND ${endsAfter(`($1::timestamptz - interval '${ASKED_FOR_DAYS} days')`, 'y')} OFFSET 0) v`;

/** $2 to $4: a page of a sweep by the id of a participant. */
const page = `($2::uuid IS NULL OR p.id > $2) AND ($3::uuid IS NULL OR p.id = $3)`;

/** What there is to do about feedback, in the order of ids; a visit counts once it was held, so that none is asked of what never was. */
@Injectable()
export class FeedbackDue {
  constructor(private readonly database: Database) {}

  /** Those who took part in a visit of the last two weeks and were not asked yet. */
  toAsk(now: Date, { after, only, limit }: SweepRange): Promise<AskedPerson[]> {
    return this.database.query(
      `SELECT ${person} FROM ${lately} JOIN LATERAL (SELECT * FROM visit_participant x WHERE x.visit_id = v.id OFFSET 0) p ON true
       ${units}
       WHERE NOT ${enteredAfterwards}
         AND ${tookPart('$6')} AND NOT EXISTS (SELECT 1 FROM feedback_request r WHERE r.participant_id = p.id)
         AND ${page} ORDER BY p.id LIMIT $4`,
      [now, after, only, limit, statesWith('tookPlace'), attendancesThere],
    );
  }

  /** Those who were asked some days ago, have not answered, and were not reminded. */
  toRemind(now: Date, { after, only, limit }: SweepRange): Promise<RemindedPerson[]> {
    return this.database.query(
      `SELECT ${person}, r.asked_at AS "askedAt", r.expires_at AS "expiresAt"
       FROM feedback_request r
       CROSS JOIN LATERAL (SELECT * FROM visit_participant x WHERE x.id = r.participant_id OFFSET 0) p
       CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = p.visit_id OFFSET 0) v ${units}
       WHERE r.reminded_at IS NULL AND r.expires_at > $1 AND r.asked_at < $1::timestamptz - interval '2 days'
         AND p.email IS NOT NULL AND NOT coalesce(p.attendance = ANY ($5), false)
         AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.participant_id = p.id)
         AND ${page} ORDER BY p.id LIMIT $4`,
      [now, after, only, limit, attendancesAway],
    );
  }

  /** How far each visit has come that somebody answered about, and whose results were not told. */
  untold({ after, only, limit }: SweepRange): Promise<(FeedbackProgress & { visitId: string })[]> {
    return this.database.query(
      `SELECT v.id AS "visitId", v.ends_at AS "endsAt", count(r.participant_id)::int AS asked,
         count(f.participant_id)::int AS answered, max(r.expires_at) AS "openUntil" /* never null: somebody answered, so was asked */,
         (SELECT count(*)::int FROM feedback_release s WHERE s.visit_id = v.id) AS shown,
         count(*) FILTER (WHERE r.participant_id IS NULL AND ${tookPart('$4')})::int AS unasked
       FROM feedback_result t JOIN visit v ON v.id = t.visit_id JOIN visit_participant p ON p.visit_id = v.id
       LEFT JOIN feedback_request r ON r.participant_id = p.id
       LEFT JOIN feedback f ON f.participant_id = p.id
       WHERE t.told_at IS NULL AND ($1::uuid IS NULL OR v.id > $1) AND ($2::uuid IS NULL OR v.id = $2)
       GROUP BY v.id HAVING count(f.participant_id) > 0 ORDER BY v.id LIMIT $3`,
      [after, only, limit, attendancesThere],
    );
  }
}

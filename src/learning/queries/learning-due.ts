import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import {
  asksToLearn,
  endsAfter,
  enteredAfterwards,
  learningQuestions,
  statesWith,
} from '../../visits/index.js';
import { checkDays, type CheckDay } from '../domain/learning-check.js';
import type { LearnedVisit } from '../domain/learning-mail.js';

/** Somebody to ask about a visit. */
export interface AskedLeader extends LearnedVisit {
  visitId: string;
  participantId: string;
  name: string;
  email: string;
  /** The leading guest's zone. */
  zone: Zone;
  /** Days that were asked about already. */
  asked: number[];
  /** Days on which the leading guest wants its leaders to be asked. */
  wanted: CheckDay[];
}

const FIRST = Math.min(...checkDays);
const LAST = 20 + Math.max(...checkDays);

/** Visits in the states $5 that ended between $7 and $6 days before $1; OFFSET has them found by their time. */
const endedLongEnough = `(SELECT * FROM visit x WHERE x.state = ANY ($5)
  AND x.ends_at <= $1::timestamptz - make_interval(days => $6)
  AND ${endsAfter(`($1::timestamptz - make_interval(days => $7))`, 'x')} OFFSET 0) v`;

/** Visits with learning questions whose time to be asked about has come, in the order of ids. */
@Injectable()
export class LearningDue {
  constructor(private readonly database: Database) {}

  /** The leader of the leading guest, else whoever of its party has an address. */
  execute(now: Date, { after, only, limit }: SweepRange): Promise<AskedLeader[]> {
    return this.database.query(
      `SELECT v.id AS "visitId", v.reference, v.title, ${learningQuestions} AS "learningQuestions",
         ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", g.time_zone AS zone,
         p.id AS "participantId", p.name, p.email,
         ARRAY(SELECT c.day FROM learning_check c WHERE c.visit_id = v.id) AS asked,
         coalesce(s.learning_days, $8::integer[]) AS wanted
       FROM ${endedLongEnough} JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
         LEFT JOIN reminder_setting s ON s.unit = v.guest_unit
         CROSS JOIN LATERAL (
           SELECT x.id, x.name, x.email FROM visit_participant x
           WHERE x.visit_id = v.id AND x.side = 'guest' AND x.brought_by IS NULL AND x.email IS NOT NULL
           ORDER BY x.role <> 'leader', x.created_at, x.id LIMIT 1) p
       WHERE ${asksToLearn} AND NOT ${enteredAfterwards}
         AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3)
       ORDER BY v.id LIMIT $4`,
      [now, after, only, limit, statesWith('tookPlace'), FIRST, LAST, checkDays],
    );
  }
}

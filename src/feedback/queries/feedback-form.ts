import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import { attendancesThere, enteredAfterwards, statesWith } from '../../visits/index.js';
import type { Feedback, FeedbackSide } from '../domain/feedback-form.js';
import { ASKED_FOR_DAYS, wasThere } from './feedback-due.js';

/** A participant's form: the visit as that person may see it, and what was said so far. */
export interface FeedbackForm {
  participantId: string;
  name: string;
  side: FeedbackSide;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  /** Null for somebody who was not asked yet. */
  expiresAt: Date | null;
  /** Whether somebody who was not asked yet may say so all the same. */
  mayStart: boolean;
  given: Feedback | null;
}

@Injectable()
export class FindFeedbackForm {
  constructor(private readonly database: Database) {}

  /** Whose form a link of a mail opens; null for a secret nobody was given. */
  async participantOf(tokenHash: string): Promise<string | null> {
    const [link] = await this.database.query<{ participantId: string }>(
      'SELECT participant_id AS "participantId" FROM feedback_link WHERE token_hash = $1',
      [tokenHash],
    );
    return link?.participantId ?? null;
  }

  /** Null for somebody who no longer takes part. */
  async of(participantId: string, now: Date): Promise<FeedbackForm | null> {
    const [row] = await this.database.query<FeedbackForm>(
      `SELECT p.id AS "participantId", p.name, p.side, v.title, ${nameOnVisit('g')} AS "guestUnitName",
         ${nameOnVisit('h')} AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone",
         r.expires_at AS "expiresAt",
         v.state = ANY ($3) AND v.ends_at <= $2 AND v.ends_at > $2::timestamptz - interval '${ASKED_FOR_DAYS} days'
           AND NOT ${enteredAfterwards} AND ${wasThere('$4')} AS "mayStart",
         CASE WHEN f.participant_id IS NOT NULL THEN jsonb_build_object('usefulness', f.usefulness,
           'welcome', f.welcome, 'toCopy', f.to_copy, 'toImprove', f.to_improve, 'mayName', f.may_name) END AS given
       FROM visit_participant p JOIN visit v ON v.id = p.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       LEFT JOIN feedback_request r ON r.participant_id = p.id
       LEFT JOIN feedback f ON f.participant_id = p.id
       WHERE p.id = $1`,
      [participantId, now, statesWith('tookPlace'), attendancesThere],
    );
    return row ?? null;
  }
}

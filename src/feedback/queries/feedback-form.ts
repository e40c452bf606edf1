import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Feedback, FeedbackSide } from '../domain/feedback-form.js';

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
  /** The host's zone. */
  timeZone: Zone;
  expiresAt: Date;
  given: Feedback | null;
}

@Injectable()
export class FindFeedbackForm {
  constructor(private readonly database: Database) {}

  async byTokenHash(tokenHash: string): Promise<FeedbackForm | null> {
    const [row] = await this.database.query<FeedbackForm>(
      `SELECT p.id AS "participantId", p.name, p.side, v.title, g.name AS "guestUnitName",
         h.name AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", h.time_zone AS "timeZone",
         r.expires_at AS "expiresAt",
         CASE WHEN f.participant_id IS NOT NULL THEN jsonb_build_object('usefulness', f.usefulness,
           'welcome', f.welcome, 'toCopy', f.to_copy, 'toImprove', f.to_improve, 'mayName', f.may_name) END AS given
       FROM feedback_link l JOIN feedback_request r ON r.participant_id = l.participant_id
       JOIN visit_participant p ON p.id = r.participant_id JOIN visit v ON v.id = p.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       LEFT JOIN feedback f ON f.participant_id = r.participant_id
       WHERE l.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }
}

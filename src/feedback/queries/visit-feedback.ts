import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../../visits/index.js';
import type { GivenFeedback } from '../domain/feedback-results.js';

/** All that was said of a visit, with names, and whose visit it is: `resultsOf` decides what of it is shown. */
export interface VisitFeedback {
  state: VisitState;
  submittedAt: Date | null;
  guestUnit: string;
  guestRegionalOffice: string;
  hostUnit: string;
  hostRegionalOffice: string;
  /** The host's. */
  timeZone: Zone;
  asked: number;
  /** The last day on which a form may be filled in; null when nobody was asked. */
  openUntil: Date | null;
  given: GivenFeedback[];
}

@Injectable()
export class VisitFeedbackQuery {
  constructor(private readonly database: Database) {}

  /** In one statement; null for a visit that does not exist. */
  async ofVisit(visitId: string): Promise<VisitFeedback | null> {
    const [row] = await this.database.query<VisitFeedback>(
      `SELECT v.state, v.submitted_at AS "submittedAt", v.guest_unit AS "guestUnit", g.regional_office AS "guestRegionalOffice",
         v.host_unit AS "hostUnit", h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone",
         s.asked, s."openUntil", s.given
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS asked, max(r.expires_at) AS "openUntil",
           coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'usefulness', f.usefulness, 'welcome', f.welcome,
             'toCopy', f.to_copy, 'toImprove', f.to_improve, 'mayName', f.may_name))
             FILTER (WHERE f.participant_id IS NOT NULL), '[]') AS given
         FROM visit_participant p JOIN feedback_request r ON r.participant_id = p.id
         LEFT JOIN feedback f ON f.participant_id = p.id
         WHERE p.visit_id = v.id
       ) s
       WHERE v.id = $1`,
      [visitId],
    );
    return row ?? null;
  }
}

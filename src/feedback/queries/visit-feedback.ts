import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { GivenFeedback } from '../domain/feedback-results.js';

/** All that was said of a visit, with names: only `resultsOf` decides what of it is shown. */
export interface VisitFeedback {
  asked: number;
  /** The last day on which a form may be filled in; null when nobody was asked. */
  openUntil: Date | null;
  given: GivenFeedback[];
}

@Injectable()
export class VisitFeedbackQuery {
  constructor(private readonly database: Database) {}

  async ofVisit(visitId: string): Promise<VisitFeedback> {
    const [row] = await this.database.query<VisitFeedback>(
      `SELECT count(*)::int AS asked, max(r.expires_at) AS "openUntil",
         coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'usefulness', f.usefulness, 'welcome', f.welcome,
           'toCopy', f.to_copy, 'toImprove', f.to_improve, 'mayName', f.may_name))
           FILTER (WHERE f.participant_id IS NOT NULL), '[]') AS given
       FROM visit_participant p JOIN feedback_request r ON r.participant_id = p.id
       LEFT JOIN feedback f ON f.participant_id = p.id
       WHERE p.visit_id = $1`,
      [visitId],
    );
    return row ?? { asked: 0, openUntil: null, given: [] };
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { jointSelection, type VisitState } from '../../visits/index.js';
import { showsTheRest } from '../domain/feedback-release.js';
import type { Released, Remark } from '../domain/feedback-results.js';

/** Whose visit feedback is about. */
export interface VisitOfFeedback {
  state: VisitState;
  submittedAt: Date | null;
  guestUnit: string;
  guestRegionalOffice: string | null;
  hostUnit: string;
  hostRegionalOffice: string | null;
  joinedGuests: string[];
  askedGuests: string[];
  joinedOffices: string[];
  /** The host's. */
  timeZone: Zone;
  /** The last instant at which a form may be filled in; null when nobody was asked. */
  openUntil: Date | null;
}

/** What is shown of a visit's feedback, and whose visit it is. */
export interface VisitFeedback extends VisitOfFeedback {
  released: Released;
}

interface Row extends VisitOfFeedback {
  asked: number;
  said: { usefulness: number; toCopy: string; toImprove: string; name: string | null }[];
  welcome: number[];
}

interface Texts {
  toCopy: string;
  toImprove: string;
}

/** The one way to what participants said of a visit: what was released of it, and no more. */
@Injectable()
export class VisitFeedbackQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for a visit that does not exist. */
  async ofVisit(visitId: string): Promise<VisitFeedback | null> {
    const row = await this.released(visitId);
    if (!row) return null;
    const { asked, said, welcome, ...visit } = row;
    const isClosed = visit.openUntil !== null && this.clock.now() >= visit.openUntil;
    const rest = showsTheRest(asked, said.length, isClosed) ? await this.unreleasedTexts(visitId) : [];
    const remarks = (question: keyof Texts): Remark[] => [
      ...said.map(({ [question]: text, name }) => ({ text, name })),
      ...rest.map(({ [question]: text }) => ({ text, name: null })),
    ];
    const usefulness = said.map((each) => each.usefulness);
    const [toCopy, toImprove] = [remarks('toCopy'), remarks('toImprove')];
    return { ...visit, released: { visitId, asked, usefulness, welcome, toCopy, toImprove } };
  }

  private async released(visitId: string): Promise<Row | null> {
    const [row] = await this.database.query<Row>(
      `SELECT v.state, v.submitted_at AS "submittedAt", v.guest_unit AS "guestUnit", g.regional_office AS "guestRegionalOffice",
         v.host_unit AS "hostUnit", h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone",
         ${jointSelection}, a.asked, a."openUntil", s.said, w.welcome
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS asked, max(r.expires_at) AS "openUntil"
         FROM visit_participant p JOIN feedback_request r ON r.participant_id = p.id WHERE p.visit_id = v.id
       ) a
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('usefulness', f.usefulness, 'toCopy', f.to_copy,
           'toImprove', f.to_improve, 'name', CASE WHEN f.may_name THEN p.name END)), '[]') AS said
         FROM feedback_release f LEFT JOIN visit_participant p ON p.id = f.participant_id WHERE f.visit_id = v.id
       ) s
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(f.welcome), '[]') AS welcome
         FROM feedback_welcome_release f WHERE f.visit_id = v.id
       ) w
       WHERE v.id = $1`,
      [visitId],
    );
    return row ?? null;
  }

  /** See `showsTheRest`. */
  private unreleasedTexts(visitId: string): Promise<Texts[]> {
    return this.database.query(
      `SELECT f.to_copy AS "toCopy", f.to_improve AS "toImprove"
       FROM feedback f JOIN visit_participant p ON p.id = f.participant_id
       WHERE p.visit_id = $1 AND NOT EXISTS (SELECT 1 FROM feedback_release r WHERE r.participant_id = p.id)`,
      [visitId],
    );
  }
}

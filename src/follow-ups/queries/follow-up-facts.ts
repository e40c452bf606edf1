import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { nameOnVisit } from '../../units/index.js';
import { followUpSelection, type FollowUpRow } from '../storage/follow-up-repository.js';
import type { FollowUpAction, FollowUpState } from '../domain/follow-up-states.js';

/** What was confirmed as a copied practice. */
export interface ConfirmedReplication {
  note: string | null;
  practice: string;
  fromUnit: string;
  fromUnitName: string;
  /** Calendar date `YYYY-MM-DD`. */
  since: string;
  result: string;
  confirmedName: string;
  /** Instant, ISO 8601. */
  confirmedAt: string;
}

/** A follow-up with what its units and its visit are called. */
export interface FollowUpFact extends FollowUpRow {
  unitName: string;
  regionalOffice: string | null;
  visitReference: string;
  visitTitle: string;
  guestUnit: string;
  guestUnitName: string;
  guestRegionalOffice: string | null;
  hostUnit: string;
  hostUnitName: string;
  hostRegionalOffice: string | null;
  /** Title of the practice's note; null when there is none that everybody may read. */
  noteTitle: string | null;
  replication: ConfirmedReplication | null;
}

/** The SELECT list of a `FollowUpFact`. */
export const followUpColumns = `${followUpSelection}, ${nameOnVisit('u')} AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", ${nameOnVisit('g')} AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", ${nameOnVisit('h')} AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
    'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN ${nameOnVisit('g')} ELSE ${nameOnVisit('h')} END,
    'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
    'confirmedAt', r.confirmed_at) END AS replication`;

/** Where those columns come from: the visit is `v`, its guest `g` and its host `h`. */
export const followUpTables = `follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id`;
export const followUpSources = `FROM ${followUpTables}`;

const followUpsWithNames = `SELECT ${followUpColumns} ${followUpSources}`;

/** A line of a follow-up's history. */
export interface FollowUpHistoryLine {
  at: Date;
  actorId: string;
  actorName: string;
  action: FollowUpAction;
  fromState: FollowUpState | null;
  toState: FollowUpState;
  /** Calendar dates `YYYY-MM-DD`; the first is null where it was not kept. */
  fromDueOn: string | null;
  dueOn: string;
  reason: string;
  version: number;
}

export interface FollowUpComment {
  id: string;
  at: Date;
  authorName: string;
  body: string;
}

@Injectable()
export class FollowUpFacts {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<FollowUpFact | null> {
    const [fact] = await this.database.query<FollowUpFact>(`${followUpsWithNames} WHERE f.id = $1`, [id]);
    return fact ?? null;
  }

  /** What was promised after a visit, by due date. */
  ofVisit(visitId: string): Promise<FollowUpFact[]> {
    return this.database.query(`${followUpsWithNames} WHERE f.visit_id = $1 ORDER BY f.due_on, f.id`, [
      visitId,
    ]);
  }

  history(id: string): Promise<FollowUpHistoryLine[]> {
    return this.database.query(
      `SELECT at, actor_id AS "actorId", actor_name AS "actorName", action, from_state AS "fromState",
         to_state AS "toState", from_due_on::text AS "fromDueOn", due_on::text AS "dueOn", reason, version
       FROM follow_up_history WHERE follow_up_id = $1 ORDER BY version`,
      [id],
    );
  }

  comments(id: string): Promise<FollowUpComment[]> {
    return this.database.query(
      `SELECT id, at, author_name AS "authorName", body FROM follow_up_comment WHERE follow_up_id = $1
       ORDER BY at, id`,
      [id],
    );
  }
}

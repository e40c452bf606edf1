import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { nameOnVisit } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import { visibleTo } from './visible-visits.js';

/** A visit that was confirmed, held or closed lately. */
export interface RecentStep {
  id: string;
  title: string;
  /** What it came to. */
  state: VisitState;
  guestUnitName: string;
  hostUnitName: string;
  /** When it came to that. */
  at: Date;
}

/** The condition that a line of history brought its visit into one of the states. */
const cameTo = (line: string, states: string): string =>
  `${line}.to_state = ANY (${states}) AND ${line}.from_state IS DISTINCT FROM ${line}.to_state`;

/** What became of visits of one region, among those somebody may see; the latest first, in one statement. */
@Injectable()
export class RecentSteps {
  constructor(private readonly database: Database) {}

  /** @param since what was done after this instant */
  async execute(actor: Actor, since: Date, limit: number): Promise<RecentStep[]> {
    const where = new Conditions();
    visibleTo(actor, where);
    const [at, agreed] = [where.place(since), where.place(statesWith('agreed'))];
    // What came to a state since then was changed since then: so each unit's few are found by its own index.
    const changedAt = (unit: 'guest_unit' | 'host_unit'): string =>
      `SELECT x.id FROM unit ru JOIN visit x ON x.${unit} = ru.code
       WHERE ru.regional_office = ${where.place(actor.regionalOffice)} AND x.state = ANY (${agreed}) AND x.changed_at > ${at}`;
    const steps =
      actor.regionalOffice === null
        ? `visit_history s JOIN visit v ON v.id = s.visit_id AND ${cameTo('s', agreed)} AND NOT EXISTS (SELECT FROM visit_history t
             WHERE t.visit_id = s.visit_id AND t.version > s.version AND ${cameTo('t', agreed)})`
        : `(${changedAt('guest_unit')} UNION ${changedAt('host_unit')}) changed JOIN visit v ON v.id = changed.id
           CROSS JOIN LATERAL (SELECT t.to_state, t.at FROM visit_history t WHERE t.visit_id = v.id AND ${cameTo('t', agreed)}
             ORDER BY t.version DESC LIMIT 1) s`;
    return this.database.query(
      `SELECT v.id, v.title, s.to_state AS state, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", s.at
       FROM ${steps} JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} AND v.state = ANY (${agreed}) AND s.at > ${at}
       ORDER BY s.at DESC, v.id LIMIT ${where.place(limit)}`,
      where.parameters,
    );
  }
}

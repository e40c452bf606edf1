import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits, can } from '../../platform/security/capabilities.js';
import { nameOnVisit } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import { readersOf, visibleTo } from './visible-visits.js';
import { visitsOfUnits } from './visits-of-units.js';

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

const NEAR_DAYS = 2;

/** What became of visits of one region, among those somebody may see; the latest first. */
@Injectable()
export class RecentSteps {
  constructor(private readonly database: Database) {}

  /** @param since what was done after this instant */
  async execute(actor: Actor, since: Date, limit: number, now: Date): Promise<RecentStep[]> {
    // Of a whole region much is done in a month: what is shown of it lies mostly in its last days.
    const near = new Date(+now - NEAR_DAYS * 86_400_000);
    const latest = can(actor, 'visits.oversee') && near > since ? await this.after(actor, near, limit) : [];
    return latest.length === limit ? latest : this.after(actor, since, limit);
  }

  private after(actor: Actor, since: Date, limit: number): Promise<RecentStep[]> {
    const where = new Conditions();
    visibleTo(actor, where);
    const [at, agreed] = [where.place(since), where.place(statesWith('agreed'))];
    const inRegion =
      actor.regionalOffice === null
        ? ''
        : ` AND ${where.place(actor.regionalOffice)} IN (g.regional_office, h.regional_office)`;
    const changed = changedVisits(actor, where, { at, agreed });
    const steps =
      changed === null
        ? `visit_history s JOIN visit v ON v.id = s.visit_id AND ${cameTo('s', agreed)} AND NOT EXISTS (SELECT FROM visit_history t
             WHERE t.visit_id = s.visit_id AND t.version > s.version AND ${cameTo('t', agreed)})`
        : `(${changed}) changed JOIN visit v ON v.id = changed.id
           CROSS JOIN LATERAL (SELECT t.to_state, t.at FROM visit_history t WHERE t.visit_id = v.id AND ${cameTo('t', agreed)}
             ORDER BY t.version DESC LIMIT 1) s`;
    return this.database.query(
      `SELECT v.id, v.title, s.to_state AS state, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", s.at
       FROM ${steps} JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} AND v.state = ANY (${agreed}) AND s.at > ${at}${inRegion}
       ORDER BY s.at DESC, v.id LIMIT ${where.place(limit)}`,
      where.parameters,
    );
  }
}

/**
 * Ids of visits among which are all that came to a state since an instant, of the region and of those somebody may see; null
 * for all regions. What came to a state was changed then, so each unit's few are found by its own index.
 */
function changedVisits(
  actor: Actor,
  where: Conditions,
  { at, agreed }: Record<'at' | 'agreed', string>,
): string | null {
  if (actor.regionalOffice === null) return null;
  const overseen = can(actor, 'visits.oversee');
  const units = overseen
    ? `IN (SELECT ru.code FROM unit ru WHERE ru.regional_office = ${where.place(actor.regionalOffice)})`
    : `= ANY (${where.place(arrangedUnits(actor))})`;
  const ofUnits = visitsOfUnits(units, `x.state = ANY (${agreed}) AND x.changed_at > ${at}`);
  // Whoever is of one unit also sees visits of others that they take part in, or that their unit joined.
  const asReader = overseen
    ? ''
    : ` UNION SELECT me.visit_id FROM visit_reader me WHERE me.reader = ANY (${where.place(readersOf(actor))}::text[])
        AND me.starts_at > ${at}::timestamptz - interval '60 days'`;
  return `${ofUnits}${asReader}`;
}

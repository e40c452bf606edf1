import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOn } from '../../units/index.js';
import { decidesChanges } from '../domain/unit-change-policies.js';
import type { OpenedUnit, UnitChange, UnitChangeKind, UnitChangeState } from '../domain/unit-change.js';

/** A change of units with what it names. */
export interface UnitChangeFact extends UnitChange {
  id: string;
  state: UnitChangeState;
  /** Null where a directorate or a partner closes. */
  regionalOffice: string | null;
  regionalOfficeName: string | null;
  timeZone: Zone;
  opens: OpenedUnit[];
  /** As it was called on the day before. */
  unitName: string | null;
  successorName: string | null;
  typeName: string | null;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  decisionReason: string;
  doneAt: Date | null;
  version: number;
}

export interface UnitChangeFilter {
  state?: UnitChangeState | undefined;
  kind?: UnitChangeKind | undefined;
  /** Changes of this unit, or into it. */
  unit?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const selection = `c.id, c.kind, c.state, c.effective_on::text AS "effectiveOn", c.regional_office AS "regionalOffice",
  o.short_name AS "regionalOfficeName", c.time_zone AS "timeZone", c.unit, c.successor, c.name, c.type, c.class, c.opens,
  c.ends_origin AS "endsOrigin", c.calls_off AS "callsOff", c.moves_people AS "movesPeople", c.decree, c.reason,
  CASE WHEN u.code IS NOT NULL THEN ${nameOn('u', '(c.effective_on - 1)')} END AS "unitName",
  CASE WHEN s.code IS NOT NULL THEN ${nameOn('s', 'c.effective_on')} END AS "successorName", t.name AS "typeName",
  c.proposed_by AS "proposedBy", p.name AS "proposedByName", c.proposed_at AS "proposedAt", d.name AS "decidedByName",
  c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", c.done_at AS "doneAt", c.version`;
const from = `FROM unit_change c LEFT JOIN regional_office o ON o.code = c.regional_office JOIN person p ON p.id = c.proposed_by
  LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN unit u ON u.code = c.unit LEFT JOIN unit s ON s.code = c.successor
  LEFT JOIN unit_type t ON t.code = c.type`;

/** Changes of units, the latest first. */
@Injectable()
export class ListUnitChanges {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<UnitChangeFact | null> {
    const [row] = await this.database.query<UnitChangeFact>(`SELECT ${selection} ${from} WHERE c.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** Those that somebody may read: of the own region, or all. */
  async execute(actor: Actor, filter: UnitChangeFilter): Promise<Page<UnitChangeFact>> {
    const where = new Conditions();
    if (!decidesChanges(actor)) where.add((p) => `c.regional_office = ${p}`, actor.regionalOffice);
    where.addIf((p) => `c.state = ${p}`, filter.state);
    where.addIf((p) => `c.kind = ${p}`, filter.kind);
    where.addIf((p) => `${p} IN (c.unit, c.successor)`, filter.unit);
    if (filter.cursor) {
      const [date, id] = decodeCursor(filter.cursor, ['string', 'uuid']);
      where.add((on, last) => `(c.effective_on, c.id) < (${on}::date, ${last}::uuid)`, date, id);
    }
    const rows = await this.database.query<UnitChangeFact>(
      `SELECT ${selection} ${from} WHERE ${where.sql}
       ORDER BY c.effective_on DESC, c.id DESC LIMIT ${where.place(filter.limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      filter.limit,
      (row): UnitChangeFact => row,
      (row) => [row.effectiveOn, row.id],
    );
  }

  /** Those that wait for an administrator, the oldest first. */
  proposed(): Promise<UnitChangeFact[]> {
    return this.database.query<UnitChangeFact>(
      `SELECT ${selection} ${from} WHERE c.state = 'proposed' ORDER BY c.proposed_at, c.id LIMIT 50`,
    );
  }
}

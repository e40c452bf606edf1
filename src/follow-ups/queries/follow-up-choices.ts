import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReadSql } from '../../notes/index.js';
import { readersOf, readsAll, wasSubmitted } from '../../visits/index.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** A unit that promised something, and its regional office. */
export interface PromisingUnit {
  code: string;
  name: string;
  /** Null for who is of no region. */
  regionalOffice: string | null;
  regionalOfficeName: string | null;
}

/** A published note that a follow-up may copy. */
export interface PracticeChoice {
  id: string;
  title: string;
  unitName: string;
}

/** Somebody with an account at one of a visit's units. */
export interface OwnerChoice {
  id: string;
  name: string;
  unit: string;
  unitName: string;
}

/** What follow-ups are filtered by and written about. */
@Injectable()
export class FollowUpChoices {
  constructor(private readonly database: Database) {}

  /** Units responsible for the follow-ups that somebody may see, by name. */
  units(actor: Actor): Promise<PromisingUnit[]> {
    const where = new Conditions();
    const promised = readsAll(actor)
      ? `EXISTS (SELECT FROM follow_up f JOIN visit v ON v.id = f.visit_id WHERE f.unit = u.code AND ${wasSubmitted} OFFSET 0)`
      : `u.code IN (SELECT me.unit FROM follow_up_reader me WHERE me.reader = ANY (${where.place(readersOf(actor))}::text[]))`;
    return this.database.query(
      `SELECT u.code, u.name, o.code AS "regionalOffice", o.short_name AS "regionalOfficeName"
       FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office WHERE ${promised} ORDER BY u.name, u.code`,
      where.parameters,
    );
  }

  /** People of units, by unit and name. */
  owners(units: readonly string[]): Promise<OwnerChoice[]> {
    return this.database.query(
      `SELECT p.id, p.name, u.code AS unit, u.name AS "unitName" FROM unit u JOIN person p ON ${organisationOfPerson('p')} = u.code
       WHERE u.code = ANY ($1) AND p.suspended_at IS NULL ORDER BY array_position($1, u.code), p.name, p.id`,
      [units],
    );
  }

  /** Published notes of some units or of a visit, and those of others that the units already copied. */
  practices(actor: Actor, units: readonly string[], visitId: string): Promise<PracticeChoice[]> {
    const where = new Conditions();
    where.add(
      (codes, visit) => `n.unit = ANY (${codes}) OR n.visit_id = ${visit}
        OR n.id IN (SELECT r.note_id FROM replication r WHERE r.to_unit = ANY (${codes}))`,
      units,
      visitId,
    );
    const mayRead = mayReadSql(actor, where);
    return this.database.query(
      `SELECT n.id, n.title, u.name AS "unitName" FROM note n JOIN unit u ON u.code = n.unit
       WHERE n.state = 'published' AND n.visibility <> 'unit' AND ${where.sql} AND (${mayRead})
       ORDER BY u.name, n.title, n.id LIMIT 200`,
      where.parameters,
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { joinedHeirs } from '../../visits/index.js';
import { isAgreed, summed, visitsWithUnits, within } from './scope.js';

export interface SilentUnit {
  code: string;
  name: string;
  officeName: string;
}

/** A unit that was silent in the period, in the one before, or in both. */
export interface SilentMark {
  code: string;
  name: string;
  officeName: string;
  isNow: boolean;
  isBefore: boolean;
}

/** Units that neither visited nor hosted anybody: no visit of theirs was agreed upon. */
@Injectable()
export class SilentUnits {
  constructor(private readonly database: Database) {}

  /** By the kept counts. @param scope its office says whose units; without one, those of the whole country */
  marks(scope: Scope): Promise<SilentMark[]> {
    const { where, isNow } = summed(scope, ['busy'], 'all', 'regions');
    const office = where.place(scope.office);
    return this.database.query(
      `WITH busy AS (
         SELECT c.mark AS unit, sum(c.count) FILTER (WHERE ${isNow}) > 0 AS now,
           sum(c.count) FILTER (WHERE NOT ${isNow}) > 0 AS before
         FROM sinergi_total c WHERE ${where.sql} GROUP BY c.mark)
       SELECT * FROM (
         SELECT u.code, u.name, o.short_name AS "officeName", coalesce(NOT b.now, true) AS "isNow",
           coalesce(NOT b.before, true) AS "isBefore"
         FROM unit u JOIN regional_office o ON o.code = u.regional_office LEFT JOIN busy b ON b.unit = u.code
         WHERE u.kind = 'upt' AND u.active AND (${office}::text IS NULL OR u.regional_office = ${office})) m
       WHERE "isNow" OR "isBefore" ORDER BY name, code`,
      where.parameters,
    );
  }

  /** The list behind the figure, by the visits themselves. */
  list(scope: Scope): Promise<SilentUnit[]> {
    const where = new Conditions();
    within({ ...scope, office: null }, where);
    where.add(() => isAgreed('v.state', where));
    const office = where.place(scope.office);
    return this.database.query(
      `SELECT u.code, u.name, o.short_name AS "officeName" FROM unit u JOIN regional_office o ON o.code = u.regional_office
       WHERE u.kind = 'upt' AND u.active AND (${office}::text IS NULL OR u.regional_office = ${office})
         AND u.code NOT IN (
           SELECT unnest(ARRAY[g.heir, h.heir] || ${joinedHeirs}) FROM ${visitsWithUnits}
           WHERE ${where.sql})
       ORDER BY o.short_name, u.name, u.code`,
      where.parameters,
    );
  }
}

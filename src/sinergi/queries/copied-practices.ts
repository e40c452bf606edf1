import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { summed } from './scope.js';

/** A practice and how often it was copied in the period. */
export interface CopiedPractice {
  /** The note's id and title; null for practices that no note tells of. */
  note: string | null;
  title: string | null;
  unitName: string | null;
  count: number;
}

@Injectable()
export class CopiedPractices {
  constructor(private readonly database: Database) {}

  /** The most often copied first, `most` of them at the most. */
  execute(scope: Scope, most: number): Promise<CopiedPractice[]> {
    const { where, isNow } = summed(scope, ['replications']);
    where.add(() => isNow);
    return this.database.query(
      `SELECT p.note, n.title, u.name AS "unitName", p.count
       FROM (
         SELECT nullif(c.mark, '')::uuid AS note, sum(c.count)::int AS count
         FROM sinergi_total c WHERE ${where.sql} GROUP BY 1 HAVING sum(c.count) > 0) p
       LEFT JOIN note n ON n.id = p.note LEFT JOIN unit u ON u.code = n.unit
       ORDER BY p.count DESC, n.title NULLS LAST, p.note LIMIT ${where.place(most)}`,
      where.parameters,
    );
  }
}

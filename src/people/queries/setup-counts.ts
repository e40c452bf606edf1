import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf, rolesWith } from '../../platform/security/capabilities.js';
import type { SetupCount, SetupFact } from '../domain/setup-items.js';

type Counted = { item: SetupFact } & SetupCount;

const NATION = `
  SELECT 'offices-addressed' AS item, count(*)::int AS total, count(o.email)::int AS done FROM regional_office o
  UNION ALL SELECT 'offices-staffed', count(*)::int, count(*) FILTER (WHERE EXISTS (
    SELECT FROM person p WHERE p.regional_office = o.code AND p.suspended_at IS NULL))::int FROM regional_office o
  UNION ALL SELECT 'second-administrator', 2, least(2, count(*))::int FROM person p
    WHERE p.role = ANY ($1) AND p.suspended_at IS NULL
  UNION ALL SELECT 'mail-works', count(*)::int, count(*) FILTER (WHERE c.state = 'good')::int
    FROM mail_check c WHERE c.state IN ('good', 'warning', 'bad')
  UNION ALL SELECT 'units-reachable', count(*)::int, count(*) FILTER (WHERE u.email IS NOT NULL OR EXISTS (
    SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL))::int FROM unit u WHERE u.kind = 'upt' AND u.active`;

const REGION = `
  SELECT 'units-headed' AS item, count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
    SELECT FROM person p WHERE p.unit = u.code AND p.role = ANY ($2) AND p.suspended_at IS NULL))::int AS done
  FROM unit u WHERE u.kind = 'upt' AND u.active AND u.regional_office = $1
  UNION ALL SELECT 'office-addressed', 1, count(o.email)::int FROM regional_office o WHERE o.code = $1`;

const UNIT = `
  SELECT 'hosting-rules' AS item, 1 AS total, (u.version > 1)::int AS done FROM unit u WHERE u.code = $1
  UNION ALL SELECT 'unit-contact', 3, (u.email IS NOT NULL)::int + (u.phone IS NOT NULL)::int + (u.address IS NOT NULL)::int
    FROM unit u WHERE u.code = $1
  UNION ALL SELECT 'unit-officers', 1, least(1, count(*))::int FROM person p
    WHERE p.unit = $1 AND p.id <> $2 AND p.suspended_at IS NULL`;

/** How far the setting up that somebody sees to has come: facts, asked each time. */
@Injectable()
export class SetupCounts {
  constructor(private readonly database: Database) {}

  async of(actor: Actor): Promise<Partial<Record<SetupFact, SetupCount>>> {
    const rows = await this.rows(actor);
    return Object.fromEntries(rows.map(({ item, total, done }) => [item, { total, done }]));
  }

  private rows(actor: Actor): Promise<Counted[]> {
    switch (reachOf(actor)) {
      case 'nation':
        return this.database.query<Counted>(NATION, [rolesWith('people.manage-above')]);
      case 'region':
        return this.database.query<Counted>(REGION, [actor.regionalOffice, rolesWith('notes.publish')]);
      case 'unit':
        return this.database.query<Counted>(UNIT, [actor.unit, actor.personId]);
    }
  }
}

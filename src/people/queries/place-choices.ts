import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf } from '../../platform/security/capabilities.js';
import { kindsWith } from '../../units/index.js';

export interface PlaceChoice {
  code: string;
  name: string;
}

/** Where the actor may put people. */
export interface PlaceChoiceLists {
  units: PlaceChoice[];
  regionalOffices: PlaceChoice[];
}

/** Units and regional offices by name: an administrator's are all, others' those of their region or their own unit. */
@Injectable()
export class PlaceChoices {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor): Promise<PlaceChoiceLists> {
    const { unit, regionalOffice } = actor;
    const [lists] = await this.database.query<PlaceChoiceLists>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name) ORDER BY u.name, u.code)
           FROM unit u WHERE u.kind = ANY ($4) AND (u.active OR EXISTS (
             SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL))
             AND ($1 OR u.code = $2 OR ($2::text IS NULL AND u.regional_office = $3))), '[]') AS units,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) ORDER BY o.name, o.code)
           FROM regional_office o WHERE $1), '[]') AS "regionalOffices"`,
      [reachOf(actor) === 'nation', unit, regionalOffice, kindsWith('hasAccounts')],
    );
    return lists ?? { units: [], regionalOffices: [] };
  }
}

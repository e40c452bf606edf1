import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

interface Choice {
  code: string;
  name: string;
}

/** What a new unit is chosen from. */
export interface ChangeChoices {
  types: Choice[];
  /** With the zone of each office's own days. */
  offices: (Choice & { timeZone: Zone })[];
}

/** Types of units and regional offices, in one statement. */
@Injectable()
export class ChangeChoicesQuery {
  constructor(private readonly database: Database) {}

  /** @param office only this one; null for all */
  async execute(office: string | null): Promise<ChangeChoices> {
    const [row] = await this.database.query<ChangeChoices>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name) FROM unit_type), '[]') AS types,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name, 'timeZone', time_zone)
           ORDER BY short_name) FROM regional_office WHERE $1::text IS NULL OR code = $1), '[]') AS offices`,
      [office],
    );
    return row ?? { types: [], offices: [] };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KnownPlace } from '../../platform/text/distance.js';

interface Choice {
  code: string;
  name: string;
}

/** What units are chosen by, and where the own one is. */
export interface UnitChoicesFact {
  types: Choice[];
  offices: Choice[];
  own: KnownPlace | null;
}

/** What a list of units offers to choose by, in one statement. */
@Injectable()
export class UnitChoices {
  constructor(private readonly database: Database) {}

  /** @param own code of the unit from which distances are told */
  async execute(own: string | null): Promise<UnitChoicesFact> {
    const [row] = await this.database.query<UnitChoicesFact>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name) FROM unit_type), '[]') AS types,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name) ORDER BY short_name)
          FROM regional_office), '[]') AS offices,
         (SELECT jsonb_build_object('latitude', latitude, 'longitude', longitude,
            'positionConfirmed', position_confirmed_at IS NOT NULL) FROM unit WHERE code = $1) AS own`,
      [own],
    );
    return { types: row?.types ?? [], offices: row?.offices ?? [], own: row?.own ?? null };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { kindsWith } from '../../units/index.js';
import type { Named } from './booking-choices.js';

/** Units of a region for which its regional office can arrange visits, in one statement. */
@Injectable()
export class ArrangingUnits {
  constructor(private readonly database: Database) {}

  /** @param own the office's own organisation, for which it asks as others do */
  ofRegion(office: string, own: string | null): Promise<Named[]> {
    return this.database.query<Named>(
      `SELECT code, name FROM unit WHERE regional_office = $1 AND kind = ANY ($2) AND code IS DISTINCT FROM $3 ORDER BY name, code`,
      [office, kindsWith('mayLead'), own],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A regional office as it is stored, without what never changes. */
export interface OfficeRow {
  code: string;
  name: string;
  shortName: string;
  email: string | null;
  /** Whether it must approve visits inside its region, and visits across regions. */
  approvesInside: boolean;
  approvesAcross: boolean;
  version: number;
}

@Injectable()
export class OfficeRepository {
  constructor(private readonly database: Database) {}

  async lock(code: string): Promise<OfficeRow | null> {
    const [row] = await this.database.query<OfficeRow>(
      `SELECT code, name, short_name AS "shortName", email, approves_inside AS "approvesInside",
         approves_across AS "approvesAcross", version
       FROM regional_office WHERE code = $1 FOR UPDATE`,
      [code],
    );
    return row ?? null;
  }

  async save(office: OfficeRow): Promise<void> {
    const { code, name, shortName, email, approvesInside, approvesAcross, version } = office;
    await this.database.query(
      `UPDATE regional_office SET name = $2, short_name = $3, email = $4, approves_inside = $5, approves_across = $6,
         version = $7
       WHERE code = $1`,
      [code, name, shortName, email, approvesInside, approvesAcross, version],
    );
  }
}

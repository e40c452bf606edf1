import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { kindsWith, styleOn, UnitRegister, type UnitLifeRow } from '../../units/index.js';
import type { ChangedUnit, ChangeSurroundings } from '../domain/judge-change.js';
import type { UnitChange } from '../domain/unit-change.js';

/** What is known of the units, types and offices that a change names. */
@Injectable()
export class ChangeSurroundingsQuery {
  constructor(
    private readonly database: Database,
    private readonly register: UnitRegister,
  ) {}

  async of(change: UnitChange): Promise<ChangeSurroundings> {
    const [known] = await this.database.query<{ units: string[]; types: string[]; offices: string[] }>(
      `SELECT ARRAY(SELECT code FROM unit WHERE code = ANY ($1)) AS units,
         ARRAY(SELECT code FROM unit_type WHERE code = ANY ($2)) AS types,
         ARRAY(SELECT code FROM regional_office WHERE code = ANY ($3)) AS offices`,
      [
        change.opens.map(({ code }) => code),
        [change.type ?? '', ...change.opens.map(({ type }) => type)],
        change.opens.map(({ regionalOffice }) => regionalOffice),
      ],
    );
    return {
      unit: await this.unit(change.unit, change.effectiveOn),
      successor: await this.unit(change.successor, change.effectiveOn),
      units: new Set(known?.units),
      types: new Set(known?.types),
      offices: new Set(known?.offices),
    };
  }

  private async unit(code: string | null, date: string): Promise<ChangedUnit | null> {
    const row = code === null ? null : await this.register.byCode(code);
    return row && changedUnit(row, date);
  }
}

const changedUnit = (row: UnitLifeRow, date: string): ChangedUnit => ({
  code: row.code,
  isUpt: row.kind === 'upt',
  isKept: kindsWith('isKept').includes(row.kind),
  regionalOffice: row.regionalOffice,
  closedOn: row.closedOn,
  openedOn: row.openedOn,
  style: styleOn(row.names, date),
});

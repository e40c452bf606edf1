import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThanOrEqual } from 'typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { ClosedDay, HostingPolicy } from '../domain/hosting-policy.js';
import { ClosedDayEntity, HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { UnitEntity, UnitFormerNameEntity } from './unit.entity.js';

const COLUMNS = [
  'code',
  'name',
  'place',
  'regionalOffice',
  'aliases',
  'latitude',
  'longitude',
  'email',
  'phone',
  'address',
  'version',
] as const;

/** What a unit is and how it is reached. */
export type UnitRow = Pick<UnitEntity, (typeof COLUMNS)[number]>;

/** Units with their former names, hosting policy and closed days. */
@Injectable()
export class UnitRepository {
  constructor(
    @InjectRepository(UnitEntity) private readonly units: Rows<UnitEntity>,
    @InjectRepository(UnitFormerNameEntity) private readonly formerNames: Rows<UnitFormerNameEntity>,
    @InjectRepository(HostingPolicyEntity) private readonly policies: Rows<HostingPolicyEntity>,
    @InjectRepository(HostingWindowEntity) private readonly windows: Rows<HostingWindowEntity>,
    @InjectRepository(ClosedDayEntity) private readonly closedDays: Rows<ClosedDayEntity>,
  ) {}

  lock(code: string): Promise<UnitRow | null> {
    return this.units.findOne(COLUMNS, { code }, { lock: true });
  }

  /** Its regional office stays. */
  async save({ code, regionalOffice: _, ...unit }: UnitRow): Promise<void> {
    await this.units.update({ code }, unit);
  }

  /** @param usedUntil calendar date of the change */
  async rememberName(code: string, name: string, usedUntil: string): Promise<void> {
    await this.formerNames.insertMissing({ unit: code, name, usedUntil });
  }

  async savePolicy(code: string, { windows, ...policy }: HostingPolicy): Promise<void> {
    await this.policies.update({ unit: code }, policy);
    await this.windows.delete({ unit: code });
    await this.windows.insert(...windows.map((window) => ({ unit: code, ...window })));
  }

  /** Puts these closed days in place of all from a calendar date on. */
  async saveClosedDays(code: string, from: string, days: readonly ClosedDay[]): Promise<void> {
    await this.closedDays.delete({ unit: code, date: MoreThanOrEqual(from) });
    await this.closedDays.put({ key: ['unit', 'date'] }, ...days.map((day) => ({ unit: code, ...day })));
  }
}

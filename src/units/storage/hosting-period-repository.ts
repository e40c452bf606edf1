import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { PeriodTerms } from '../domain/hosting-period.js';
import { HostingPeriodEntity, HostingPeriodWindowEntity } from './hosting-period.entity.js';

/** Whose a period is, and which version of it stands. */
export interface KeptPeriod {
  id: string;
  /** Null for every unit. */
  unit: string | null;
  version: number;
}

@Injectable()
export class HostingPeriodRepository {
  constructor(
    @InjectRepository(HostingPeriodEntity) private readonly periods: Rows<HostingPeriodEntity>,
    @InjectRepository(HostingPeriodWindowEntity) private readonly windows: Rows<HostingPeriodWindowEntity>,
  ) {}

  lock(id: string): Promise<KeptPeriod | null> {
    return this.periods.findOne(['id', 'unit', 'version'], { id }, { lock: true });
  }

  /** Adds a period, or writes over the one of the same id. */
  async put({ id, unit, version }: KeptPeriod, terms: PeriodTerms): Promise<void> {
    const { name, from: firstDay, until: lastDay, closed, windows } = terms;
    const row: HostingPeriodEntity = { id, unit, version, name, firstDay, lastDay, closed };
    await this.periods.put({ key: ['id'], keep: ['unit'] }, row);
    await this.windows.delete({ periodId: id });
    await this.windows.insert(...windows.map((window) => ({ periodId: id, ...window })));
  }

  async remove(id: string): Promise<void> {
    await this.periods.delete({ id });
  }
}

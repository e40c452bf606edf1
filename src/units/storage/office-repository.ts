import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { RegionalOfficeEntity } from './regional-office.entity.js';

const CHANGING = ['name', 'shortName', 'email', 'approvesInside', 'approvesAcross', 'version'] as const;

/** A regional office as it is stored, without what never changes. */
export type OfficeRow = Pick<RegionalOfficeEntity, 'code' | (typeof CHANGING)[number]>;

@Injectable()
export class OfficeRepository {
  constructor(@InjectRepository(RegionalOfficeEntity) private readonly offices: Rows<RegionalOfficeEntity>) {}

  lock(code: string): Promise<OfficeRow | null> {
    return this.offices.findOne(['code', ...CHANGING], { code }, { lock: true });
  }

  async save({ code, ...office }: OfficeRow): Promise<void> {
    await this.offices.update({ code }, office);
  }
}

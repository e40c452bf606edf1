import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { WeeklyDigestEntity } from './weekly-digest.entity.js';

/** Which weeks' digests were made. */
@Injectable()
export class WeeklyDigests {
  constructor(@InjectRepository(WeeklyDigestEntity) private readonly digests: Rows<WeeklyDigestEntity>) {}

  /** The offices and weeks among those, as `office monday`. */
  async made(offices: readonly string[], mondays: readonly string[]): Promise<ReadonlySet<string>> {
    if (offices.length === 0 || mondays.length === 0) return new Set();
    const made = await this.digests.find(['regionalOffice', 'monday'], {
      regionalOffice: In([...offices]),
      monday: In([...mondays]),
    });
    return new Set(made.map(({ regionalOffice, monday }) => `${regionalOffice} ${monday}`));
  }

  async remember(regionalOffice: string, monday: string): Promise<void> {
    await this.digests.insertMissing({ regionalOffice, monday });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { NamedHoliday } from '../domain/holiday-paste.js';
import { HolidayEntity } from './holiday.entity.js';

@Injectable()
export class HolidayRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(HolidayEntity) private readonly holidays: Rows<HolidayEntity>,
  ) {}

  /** Adds the days, in place of what was known of the same dates. */
  async put(holidays: readonly NamedHoliday[]): Promise<void> {
    await this.holidays.put({ key: ['date'] }, ...holidays);
  }

  /** @returns what was removed; null when there was none */
  async remove(date: string): Promise<NamedHoliday | null> {
    const [holiday] = await this.database.query<NamedHoliday>(
      `WITH gone AS (DELETE FROM holiday WHERE date::text = $1 RETURNING date::text AS date, name, kind) SELECT * FROM gone`,
      [date],
    );
    return holiday ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import type { Holiday } from '../domain/holiday-paste.js';
import { HolidayRepository } from '../storage/holiday-repository.js';

/** Keeps the days on which no unit receives guests. */
@Injectable()
export class KeepHolidays {
  constructor(
    private readonly database: Database,
    private readonly holidays: HolidayRepository,
  ) {}

  /** Adds days, or changes those of the same dates; all or none. @throws RequestError `not-allowed` */
  async put(actor: Actor, holidays: readonly Holiday[]): Promise<void> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    await this.database.transaction(() => this.holidays.put(holidays));
  }

  /** @returns what was removed, to put it back @throws RequestError `not-allowed`, `not-found` */
  async remove(actor: Actor, date: string): Promise<Holiday> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    return found(isCalendarDate(date) ? await this.holidays.remove(date) : null);
  }
}

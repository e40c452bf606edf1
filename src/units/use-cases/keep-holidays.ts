import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import type { NamedHoliday } from '../domain/holiday-paste.js';
import { ListReference } from '../queries/list-reference.js';
import { HolidayRepository } from '../storage/holiday-repository.js';
import { AgreedVisits } from './agreed-visits.js';
import { FindDisplaced } from './find-displaced.js';

/** Keeps the days on which no unit receives guests. */
@Injectable()
export class KeepHolidays {
  constructor(
    private readonly database: Database,
    private readonly holidays: HolidayRepository,
    private readonly lists: ListReference,
    private readonly displaced: FindDisplaced,
    private readonly agreed: AgreedVisits,
  ) {}

  /** Adds days, or changes those of the same dates; all or none. Units with agreed visits then are told. @param seen ids of those that were shown @throws RequestError `not-allowed`, UnitError `visits-displaced` where one was not shown */
  async put(actor: Actor, holidays: readonly NamedHoliday[], seen: readonly string[]): Promise<void> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    await this.database.transaction(async () => {
      const displaced = await this.displaced.byHolidays(holidays, await this.lists.holidays(null));
      await this.agreed.displace(actor, displaced, seen);
      await this.holidays.put(holidays);
    });
  }

  /** @returns what was removed, to put it back @throws RequestError `not-allowed`, `not-found` */
  async remove(actor: Actor, date: string): Promise<NamedHoliday> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    return found(isCalendarDate(date) ? await this.holidays.remove(date) : null);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/security/access.js';
import { signedIn } from '../../platform/security/actor.js';
import { found } from '../../platform/http/request-error.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { FindFreeTime } from '../use-cases/find-free-time.js';
import { AvailabilityQuery } from './availability.dto.js';
import type { AvailabilityView } from './availability.view.js';

/** Longest period that is searched at once. */
const MOST_DAYS = 92;
const DAY = 86_400_000;

@ApiTags('units')
@Controller('api/units')
@Allow(signedIn)
export class AvailabilityController {
  constructor(
    private readonly units: UnitFacts,
    private readonly find: FindFreeTime,
  ) {}

  /** Free windows of a host, by start; with `guest`, the common ones, best first. */
  @Get(':code/availability')
  async show(@Param('code') code: string, @Query() query: AvailabilityQuery): Promise<AvailabilityView> {
    const { minutes, party, kind = null, guest = null, mode = 'on-site' } = query;
    const host = found(await this.units.byCode(code));
    const [from, to] = [periodStart(query.from, host.timeZone), periodEnd(query.to, host.timeZone)];
    if (from >= to) throw new VisitError('ends-before-start');
    if (to.getTime() - from.getTime() > MOST_DAYS * DAY) throw new VisitError('period-too-long');
    const { timeZone, windows } = await this.find.execute(code, {
      from,
      to,
      minutes,
      party,
      kind,
      guest,
      mode,
    });
    return {
      timeZone,
      items: windows.map((window) => ({
        startsAt: toOffsetIso(window.startsAt, timeZone),
        endsAt: toOffsetIso(window.endsAt, timeZone),
        freePlaces: window.freePlaces,
        overBreak: window.overBreak,
        ...(window.score === undefined ? {} : { score: window.score, reasons: window.reasons }),
      })),
    };
  }
}

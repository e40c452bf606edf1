import { timeOfBody } from '../../visits/index.js';
import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MadeView } from '../../platform/http/made.view.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { RecordWholeVisit } from '../use-cases/record-whole-visit.js';
import { RecordVisitBody } from './record.dto.js';

@ApiTags('visits')
@Controller('api/recorded-visits')
@Allow(signedIn)
export class RecordsController {
  constructor(private readonly record: RecordWholeVisit) {}

  /**
   * Enters a visit that was agreed upon elsewhere, as either of its units or as a regional office of one: one to come is
   * confirmed and takes the host's place, one that is over is held, or closed with its summary. The others are told
   * and may object for a week.
   */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() body: RecordVisitBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<MadeView> {
    if (key !== undefined && key.length > 200) throw new RequestError('malformed-request');
    const { guestUnit, hostUnit, kind, startsAt, endsAt, ownHours, participants = [], ...rest } = body;
    const { summary, followUps = [], partners = [], ...details } = rest;
    const times = timeOfBody({ startsAt, endsAt, ownHours });
    const whole = {
      visit: { guestUnit, hostUnit, kind, ...times, participants, details },
      summary: summary
        ? {
            outcomes: summary.outcomes ?? '',
            decisions: summary.decisions ?? '',
            notes: summary.notes ?? '',
          }
        : null,
      followUps: followUps.map(({ person, ...given }) => ({ ...given, personName: person })),
      mails: summary?.mails ?? false,
      partners,
    };
    return { id: await this.record.execute(actor, whole, key ?? null) };
  }
}

import { ownHoursAlong } from '../../platform/text/day-hours.js';
import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadVisit, TakeStep } from '../../visits/index.js';
import { movingStep } from './calendar-events.js';
import { MovePage } from './move-page.js';

/** A time to which a visit was dragged: instants with an offset. */
class NewTime {
  @IsOffsetDateTime()
  mulai: string;

  @IsOffsetDateTime()
  selesai: string;
}

class MoveForm extends NewTime {
  /** The version the question showed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(2000)
  reason?: string;
}

/** Asks before a visit that was dragged to another time is moved. */
@PageController('kalender/pindah')
@Allow(signedIn)
export class MovePages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly take: TakeStep,
  ) {}

  @Get(':id')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { mulai, selesai }: NewTime,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visit, allowedActions } = await this.read.execute(actor, id);
    const step = movingStep(allowedActions);
    if (!step) throw new RequestError('not-allowed');
    await html(reply, MovePage({ actor, visit, step, mulai, selesai }));
  }

  @Post(':id')
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visit, allowedActions } = await this.read.execute(actor, id);
    // What may not be taken is refused by the use-case, in its words.
    const step = movingStep(allowedActions) ?? 'reschedule';
    const taken = await this.forms.take(MoveForm, sent, ({ version, reason, mulai, selesai }) =>
      this.take.execute(actor, id, step, version, {
        reason: reason ?? null,
        startsAt: new Date(mulai),
        endsAt: new Date(selesai),
        ownHours: ownHoursAlong(visit, new Date(mulai), new Date(selesai)),
      }),
    );
    if (!taken.faults) return seeOther(reply, `/kunjungan/${id}?info=${step}`);
    const { faults } = taken;
    if (faults.fields['mulai'] ?? faults.fields['selesai']) throw new RequestError('malformed-request');
    const [mulai, selesai] = [typed(sent, 'mulai'), typed(sent, 'selesai')];
    const reason = typed(sent, 'reason');
    const standing = faults.isOutdated ? { page: null } : null;
    await html(
      reply,
      MovePage({ actor, visit, step, mulai, selesai, reason, faults }),
      faults.status,
      standing,
    );
  }
}

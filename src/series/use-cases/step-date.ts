import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { CallOffVisit, TakeStep, type Acceptance, type VisitFacts } from '../../visits/index.js';
import type { SeriesStep } from '../domain/series-steps.js';
import { MoveDates, type NewTime } from './move-dates.js';

/** A step, and what goes with it. */
export interface StepOnDate {
  step: SeriesStep;
  reason: string | null;
  /** Of a host that answers; said to each of the dates. */
  acceptance?: Acceptance | undefined;
}

/** Takes a step of a series on one of its visits. */
@Injectable()
export class StepDate {
  constructor(
    private readonly step: TakeStep,
    private readonly callOff: CallOffVisit,
    readonly move: MoveDates,
  ) {}

  async execute(
    actor: Actor,
    visit: VisitFacts,
    { step, reason, acceptance }: StepOnDate,
    time: NewTime | undefined,
  ): Promise<void> {
    if (step === 'call-off') return this.callOff.execute(actor, visit.id, reason ?? '', { told: 'together' });
    if (step === 'move') return this.move.execute(actor, visit, time, reason);
    await this.step.execute(actor, visit.id, step, undefined, { reason, acceptance }, { told: 'together' });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { TakeStep } from '../../visits/index.js';
import type { SeriesRow } from '../storage/series-repository.js';
import { TellSeries } from './tell-series.js';

/** Asks the host for the dates of a series: each visit is submitted, and one mail tells of them all. */
@Injectable()
export class SubmitDates {
  constructor(
    private readonly step: TakeStep,
    private readonly tell: TellSeries,
  ) {}

  async execute(actor: Actor, series: SeriesRow, ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.step.execute(actor, id, 'submit', undefined, {}, { told: 'together' });
    await this.tell.execute(actor, series, 'submit', ids, null);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { CreateSeries, type NewSeries } from '../../series/index.js';
import {
  ArrangeVisit,
  CreateVisit,
  hasTrait,
  TakeStep,
  type NewJointVisit,
  type VisitState,
} from '../../visits/index.js';

/** Writes down the visit of a booking form and asks the host for it: both, or nothing. */
@Injectable()
export class SendBooking {
  constructor(
    private readonly database: Database,
    private readonly create: CreateVisit,
    private readonly arranging: ArrangeVisit,
    private readonly step: TakeStep,
    private readonly createSeries: CreateSeries,
  ) {}

  /**
   * @param key of the form: sent again with the same content, it gives the same visit
   * @param submits whether the host is asked, or the visit stays a draft
   * @returns the id of the visit
   * @throws VisitError what `CreateVisit` and `TakeStep` throw; nothing is stored then
   */
  async execute(actor: Actor, visit: NewJointVisit, key: string, submits: boolean): Promise<string> {
    return this.database.transaction(async () => {
      const id = await this.create.execute(actor, visit, key);
      const isDue = ({ state }: { state: VisitState }) => hasTrait(state, 'unsent');
      if (submits) await this.step.execute(actor, id, 'submit', undefined, {}, { isDue });
      return id;
    });
  }

  /** Arranges it as the regional office over its guest. @returns the id of the visit */
  arrange(actor: Actor, visit: NewJointVisit, key: string): Promise<string> {
    return this.arranging.execute(actor, visit, key);
  }

  /** The same of a meeting that repeats. @returns the id of the series */
  series(actor: Actor, series: NewSeries, key: string, submits: boolean): Promise<string> {
    return this.createSeries.execute(actor, series, key, submits);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { CreateVisit, hasTrait, TakeStep, VisitFactsQuery, type NewVisit } from '../../visits/index.js';

/** Writes down the visit of a booking form and asks the host for it: both, or nothing. */
@Injectable()
export class SendBooking {
  constructor(
    private readonly database: Database,
    private readonly create: CreateVisit,
    private readonly facts: VisitFactsQuery,
    private readonly step: TakeStep,
  ) {}

  /**
   * @param key of the form: sent again with the same content, it gives the same visit
   * @param submits whether the host is asked, or the visit stays a draft
   * @returns the id of the visit
   * @throws VisitError what `CreateVisit` and `TakeStep` throw; nothing is stored then
   */
  async execute(actor: Actor, visit: NewVisit, key: string, submits: boolean): Promise<string> {
    return this.database.transaction(async () => {
      const id = await this.create.execute(actor, visit, key);
      const stored = submits ? await this.facts.byId(id) : null;
      if (stored && hasTrait(stored.state, 'unsent'))
        await this.step.execute(actor, id, 'submit', undefined, {});
      return id;
    });
  }
}

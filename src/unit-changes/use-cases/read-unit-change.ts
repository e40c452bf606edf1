import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { UnitChangeVerb } from '../domain/unit-change.js';
import { allowedVerbs, mayWriteIn } from '../domain/unit-change-policies.js';
import { ListUnitChanges, type UnitChangeFact } from '../queries/list-unit-changes.js';
import type { TouchedVisit } from '../queries/touched-visits.js';
import { Foretell } from './foretell.js';

/** A change as somebody may see it. */
export interface ReadableChange {
  change: UnitChangeFact;
  /** Visits to come that it touches; none once it is carried out or will not be. */
  visits: TouchedVisit[];
  verbs: UnitChangeVerb[];
}

/** One change of units with what it touches. */
@Injectable()
export class ReadUnitChange {
  constructor(
    private readonly changes: ListUnitChanges,
    private readonly foretell: Foretell,
  ) {}

  /** @throws RequestError `not-found` also for those of another region */
  async execute(actor: Actor, id: string): Promise<ReadableChange> {
    const change = found(await this.changes.byId(id));
    if (!mayWriteIn(change.regionalOffice, actor)) throw new RequestError('not-found');
    const isToCome = change.state === 'proposed' || change.state === 'decided';
    const visits = isToCome ? await this.foretell.visitsOf(change) : [];
    return { change, visits, verbs: allowedVerbs(change, actor) };
  }
}

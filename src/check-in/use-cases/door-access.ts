import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayRecord, ReadVisit, wasThere } from '../../visits/index.js';
import { assertOpen } from './check-in.js';
import { FindCheckInFacts, type CheckInFacts } from '../queries/check-in-facts.js';
import { CheckInPapers } from '../storage/check-in-papers.js';

/** A visit's door as those who record the day see it. */
export interface Door {
  visit: Awaited<ReturnType<ReadVisit['execute']>>['visit'];
  participants: Awaited<ReturnType<ReadVisit['execute']>>['participants'];
  facts: CheckInFacts;
  /** How many are there. */
  present: number;
}

/** Who may show the codes at a visit's door: those who record who was there. */
@Injectable()
export class DoorAccess {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly read: ReadVisit,
    private readonly facts: FindCheckInFacts,
    private readonly papers: CheckInPapers,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`; CheckInError `check-in-closed` */
  async execute(actor: Actor, visitId: string): Promise<Door> {
    const [{ visit, participants }, facts] = await Promise.all([
      this.read.execute(actor, visitId),
      this.facts.of(visitId),
    ]);
    if (!mayRecord(visit, actor)) throw new RequestError('not-allowed');
    const known = found(facts);
    assertOpen(known);
    const present = participants.filter(({ attendance }) => wasThere(attendance)).length;
    return { visit, participants, facts: known, present };
  }

  /** Takes the code on paper, or no longer does. @throws as `execute` */
  async setPaper(actor: Actor, visitId: string, isOpen: boolean): Promise<void> {
    await this.database.transaction(async () => {
      await this.execute(actor, visitId);
      if (isOpen) await this.papers.open(visitId);
      else await this.papers.close(visitId, this.clock.now());
    });
  }
}

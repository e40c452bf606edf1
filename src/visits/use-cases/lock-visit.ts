import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';

/** A visit that is to be changed, as it stands since it is locked. */
export interface LockedVisit {
  visit: VisitRow;
  facts: VisitFacts;
  participants: ParticipantRow[];
}

/** Locks a visit until the transaction ends, and asks what is known of it, by statements sent in this order at once. */
@Injectable()
export class LockVisit {
  constructor(
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
  ) {}

  /**
   * @param withParticipants whether it is asked who takes part; else they are none
   * @throws RequestError `not-found`
   */
  async execute(visitId: string, asked: { withParticipants?: boolean } = {}): Promise<LockedVisit> {
    return found(await this.find(visitId, asked));
  }

  /** Null where there is none. */
  async find(visitId: string, { withParticipants = false } = {}): Promise<LockedVisit | null> {
    const [visit, facts, participants] = await Promise.all([
      this.visits.lock(visitId),
      this.facts.byId(visitId),
      withParticipants ? this.participants.ofVisit(visitId) : [],
    ]);
    return visit && facts && { visit, facts, participants };
  }
}

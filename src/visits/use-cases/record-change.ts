import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/jobs/announcer.js';
import { newId } from '../../platform/text/tokens.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** Something about a visit changed, by a step or otherwise; the states are equal when it stayed where it was. */
    'visit.changed': {
      visitId: string;
      version: number;
      action: string;
      fromState: string | null;
      toState: string;
    };
  }
}

/** Why a visit is saved; no actor means that the system itself acts. */
export interface Cause {
  /** A participant without an account has a name only. */
  actor: { personId: string | null; name: string } | null;
  action: string;
  fromState: string | null;
  reason: string | null;
}

/** Saves a visit together with the line of history that tells why. */
@Injectable()
export class RecordChange {
  constructor(
    private readonly visits: VisitRepository,
    private readonly history: HistoryRepository,
    private readonly announcer: Announcer,
  ) {}

  async execute(visit: VisitRow, { actor, action, fromState, reason }: Cause): Promise<void> {
    if (fromState === null) await this.visits.insert(visit);
    else await this.visits.save(visit);
    await this.history.append({
      id: newId(),
      visitId: visit.id,
      at: visit.changedAt,
      actorId: actor?.personId ?? null,
      actorName: actor?.name ?? 'Sambang',
      action,
      fromState,
      toState: visit.state,
      reason,
      version: visit.version,
    });
    await this.announcer.announce('visit.changed', {
      visitId: visit.id,
      version: visit.version,
      action,
      fromState,
      toState: visit.state,
    });
  }
}

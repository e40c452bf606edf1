import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/jobs/announcer.js';
import { newId } from '../../platform/text/tokens.js';
import { aspectsChanged, type VisitAspect } from '../domain/visit-aspects.js';
import { noticeOf } from '../domain/visit-notices.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { visitAspectsByField, type VisitRow } from '../storage/visit-row.js';
import { changeOf } from './visit-announcements.js';

/** Why a visit is saved; no actor means that the system itself acts. */
export interface Cause {
  /** A participant without an account has a name only. */
  actor: { personId: string | null; name: string } | null;
  action: string;
  reason: string | null;
  /** What changed beside the visit's own row. */
  beside?: readonly VisitAspect[];
}

/** Saves a visit together with the line of history that tells why. */
@Injectable()
export class RecordChange {
  constructor(
    private readonly visits: VisitRepository,
    private readonly history: HistoryRepository,
    private readonly announcer: Announcer,
  ) {}

  /** @param before the visit as it was; null for a new one, which is announced to nobody: it is its unit's draft */
  async execute(before: VisitRow | null, visit: VisitRow, cause: Cause): Promise<void> {
    const { actor, action, reason } = cause;
    const fromState = before?.state ?? null;
    if (before === null) await this.visits.insert(visit);
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
    if (before !== null) await this.announce(before, visit, cause);
  }

  private async announce(before: VisitRow, visit: VisitRow, { action, beside = [] }: Cause): Promise<void> {
    const visitId = visit.id;
    const changed = new Set([...aspectsChanged(visitAspectsByField, before, visit), ...beside]);
    await this.announcer.announce([...changed].map(changeOf), { visitId });
    if (noticeOf(action, before.state) === null) return;
    await this.announcer.announce('visit.notice-due', { visitId, version: visit.version });
  }
}

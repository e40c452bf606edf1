import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { announcementOf, Announcer } from '../../platform/jobs/announcer.js';
import { newId } from '../../platform/text/tokens.js';
import { visitChanges, type FieldChange } from '../domain/field-changes.js';
import { aspectsChanged, type VisitAspect } from '../domain/visit-aspects.js';
import { wasOverWhenRecorded } from '../domain/recorded-visit.js';
import type { OtherWay } from '../domain/answer-ways.js';
import { noticeOf } from '../domain/visit-notices.js';
import type { Side } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { visitAspectsByField, type VisitRow } from '../storage/visit-row.js';
import { changeOf } from './visit-announcements.js';

/** Why a visit is saved; no actor means that the system itself acts. */
export interface Cause {
  /** A participant without an account has a name only. */
  actor: { personId: string | null; name: string } | null;
  /** For whom the actor acts; null for a participant, who acts for nobody else. */
  side: Side | null;
  action: string;
  /** How an answer of the host came, where its own people did not give it by an account. */
  cameBy?: OtherWay | null;
  reason: string | null;
  /** What changed beside the visit's own row. */
  beside?: readonly VisitAspect[];
  /** Fields of what hangs on the visit that changed; the row tells its own. */
  changes?: readonly FieldChange[];
  /**
   * Whether those it concerns are mailed about it, where it is something to be mailed about; they are unless said
   * otherwise. `asked-host`: but for a host without accounts, which answers each visit by a link of its own, they are told
   * of several visits together.
   */
  tells?: boolean | 'asked-host';
}

/** All that a visit shows from its first day on. */
const begun: readonly VisitAspect[] = ['state', 'time', 'place', 'details', 'people', 'attendance'];

/** Of what was over when it was entered nobody has to follow anything. */
const begunWith = (visit: VisitRow): readonly VisitAspect[] => (wasOverWhenRecorded(visit) ? [] : begun);

/** Saves a visit together with the line of history that tells why; what it writes goes along with the transaction. */
@Injectable()
export class RecordChange {
  constructor(
    private readonly database: Database,
    private readonly visits: VisitRepository,
    private readonly history: HistoryRepository,
    private readonly announcer: Announcer,
  ) {}

  /** @param before the visit as it was; null for a new one, which is announced to nobody while it is its unit's draft */
  async execute(before: VisitRow | null, visit: VisitRow, cause: Cause): Promise<void> {
    await this.database.sendAlong(() =>
      Promise.all([
        before === null ? this.visits.insert(visit) : this.visits.save(visit, before),
        this.append(before, visit, cause),
        this.announce(before, visit, cause),
      ]),
    );
  }

  private append(before: VisitRow | null, visit: VisitRow, cause: Cause): Promise<void> {
    const { actor, side, action, reason } = cause;
    return this.history.append({
      id: newId(),
      visitId: visit.id,
      at: visit.changedAt,
      actorId: actor?.personId ?? null,
      actorName: actor?.name ?? 'Sambang',
      side,
      action,
      fromState: before?.state ?? null,
      toState: visit.state,
      reason,
      version: visit.version,
      cameBy: cause.cameBy ?? null,
      changes: [...(before === null ? [] : visitChanges(before, visit)), ...(cause.changes ?? [])],
    });
  }

  private async announce(before: VisitRow | null, visit: VisitRow, cause: Cause): Promise<void> {
    if (before === null && hasTrait(visit.state, 'unsent')) return;
    const { action, beside = [], tells = true } = cause;
    const visitId = visit.id;
    const own = before === null ? begunWith(visit) : aspectsChanged(visitAspectsByField, before, visit);
    const changed = new Set([...own, ...beside]);
    const only = tells === 'asked-host' ? ({ only: 'asked-host' } as const) : {};
    const isTold = tells && noticeOf(action, before?.state ?? null) !== null;
    await this.announcer.announceEach([
      announcementOf([...changed].map(changeOf), { visitId }),
      ...(isTold ? [announcementOf(['visit.notice-due'], { visitId, version: visit.version, ...only })] : []),
    ]);
  }
}

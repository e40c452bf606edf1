import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit, type VisitFacts } from '../../visits/index.js';
import { FollowUpError } from '../domain/error-codes.js';
import type { FollowUpAction } from '../domain/follow-up-actions.js';
import { faultOfVerb, mayDo, type FollowUpParties, type FollowUpVerb } from '../domain/follow-up-policies.js';
import { FollowUpRepository, type FollowUpRow } from '../storage/follow-up-repository.js';
import { ReplicationRepository } from '../storage/replication-repository.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** A follow-up was done; `version` is that of its line of history. */
    'follow-up.done': { followUpId: string; version: number };
    /** A follow-up is due on another date, or waits no more or again. */
    'follow-up.due-changed': { followUpId: string };
  }
}

/** A follow-up that is about to change; its row is locked. */
export interface StandingFollowUp {
  row: FollowUpRow;
  parties: FollowUpParties;
  visit: VisitFacts;
  now: Date;
}

/** What it becomes, how that is called, and why. */
export interface ChangedFollowUp {
  row: FollowUpRow;
  action: FollowUpAction;
  reason: string;
}

/** The one way in which a follow-up changes: seen, allowed, not overtaken; saved with its line of history. */
@Injectable()
export class ChangeFollowUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly followUps: FollowUpRepository,
    private readonly replications: ReplicationRepository,
    private readonly announcer: Announcer,
  ) {}

  /** @throws FollowUpError `follow-up-changed` when somebody was faster, or what speaks against one of the verbs */
  async execute(
    actor: Actor,
    id: string,
    version: number,
    verbs: readonly FollowUpVerb[],
    work: (standing: StandingFollowUp) => Promise<ChangedFollowUp>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const row = found(await this.followUps.lock(id));
      const { visit } = await this.visits.execute(actor, row.visit);
      const parties = partiesOf(row, visit);
      if (verbs.some((verb) => !mayDo(verb, parties, actor))) throw new RequestError('not-allowed');
      if (row.version !== version) {
        throw new FollowUpError('follow-up-changed', { current: { version: row.version, state: row.state } });
      }
      await this.checkState(row, verbs);
      const changed = await work({ row, parties, visit, now: this.clock.now() });
      await this.store(actor, changed, row);
    });
  }

  /** Stores what was promised just now, in the open transaction. */
  async promise(actor: Actor, row: FollowUpRow): Promise<void> {
    await this.save(actor, { row, action: 'promised', reason: '' }, null);
  }

  private async checkState(row: FollowUpRow, verbs: readonly FollowUpVerb[]): Promise<void> {
    const isReplicated = await this.replications.isThere(row.id);
    for (const verb of verbs) {
      const fault = faultOfVerb(verb, { state: row.state, isReplicated });
      if (fault) throw new FollowUpError(fault, { state: row.state });
    }
  }

  private async store(actor: Actor, { row, ...how }: ChangedFollowUp, before: FollowUpRow): Promise<void> {
    const changedAt = this.clock.now();
    const doneAt = row.state === 'done' ? (before.doneAt ?? changedAt) : null;
    await this.save(
      actor,
      { ...how, row: { ...row, version: before.version + 1, changedAt, doneAt } },
      before,
    );
  }

  private async save(
    actor: Actor,
    { row, action, reason }: ChangedFollowUp,
    before: FollowUpRow | null,
  ): Promise<void> {
    await this.followUps.save(row);
    const by = { actorId: actor.personId, actorName: actor.name };
    await this.followUps.remember(row, { ...by, action, before, reason });
    if (before !== null) await this.announce(row, before);
  }

  /** What is promised just now reminds nobody yet. */
  private async announce(row: FollowUpRow, before: FollowUpRow): Promise<void> {
    const followUpId = row.id;
    if (row.state !== before.state || row.dueOn !== before.dueOn) {
      await this.announcer.announce('follow-up.due-changed', { followUpId });
    }
    if (row.state === 'done' && before.state !== 'done') {
      await this.announcer.announce('follow-up.done', { followUpId, version: row.version });
    }
  }
}

const partiesOf = (
  { unit }: { unit: string },
  { guestUnit, hostUnit, guestRegionalOffice, hostRegionalOffice }: VisitFacts,
): FollowUpParties => ({ unit, guestUnit, hostUnit, guestRegionalOffice, hostRegionalOffice });

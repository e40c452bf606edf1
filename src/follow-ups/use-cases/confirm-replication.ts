import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { FollowUpError } from '../domain/error-codes.js';
import { otherUnit } from '../domain/follow-up-policies.js';
import { faultOfReplication } from '../domain/follow-up-rules.js';
import { ReplicationRepository } from '../storage/replication-repository.js';
import { ChangeFollowUp } from './change-follow-up.js';
import { CheckFollowUp } from './check-follow-up.js';

export interface GivenReplication {
  /** The note of the practice; null or undefined when it is told in own words. */
  note?: string | null | undefined;
  /** The practice in own words; the note's title stands for it when there is a note. */
  practice?: string | undefined;
  /** Calendar date `YYYY-MM-DD`. */
  since: string;
  result: string;
}

/** The other unit or a regional office says that what was done is the other unit's practice, at home (replikasi). */
@Injectable()
export class ConfirmReplication {
  constructor(
    private readonly changes: ChangeFollowUp,
    private readonly check: CheckFollowUp,
    private readonly replications: ReplicationRepository,
  ) {}

  /**
   * @throws FollowUpError `replication-needs-done`, `replication-stands`, `practice-unknown`,
   *   `replication-incomplete`, `replication-since-ahead`
   */
  async confirm(actor: Actor, id: string, version: number, given: GivenReplication): Promise<void> {
    await this.changes.execute(actor, id, version, ['confirm-replication'], async ({ row, parties, now }) => {
      const note = given.note || null;
      const title = (await this.check.practice(actor, note))?.title;
      const practice = title ?? given.practice ?? '';
      const { since, result } = given;
      const fault = faultOfReplication({ practice, since, result }, localDate(now, actor.timeZone));
      if (fault) throw new FollowUpError(fault);
      await this.replications.add({
        id: newId(),
        followUpId: id,
        note,
        practice,
        fromUnit: otherUnit(parties),
        toUnit: row.unit,
        since,
        result,
        confirmedBy: actor.personId,
        confirmedName: actor.name,
        confirmedAt: now,
      });
      return { row, action: 'replication-confirmed', reason: '' };
    });
  }

  /** @throws FollowUpError `replication-missing`, `withdrawal-reason-needed` */
  async withdraw(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.changes.execute(actor, id, version, ['withdraw-replication'], async ({ row }) => {
      if (reason.trim() === '') throw new FollowUpError('withdrawal-reason-needed');
      await this.replications.remove(id);
      return { row, action: 'replication-withdrawn', reason };
    });
  }
}

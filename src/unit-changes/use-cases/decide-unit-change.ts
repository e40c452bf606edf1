import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitChangeError } from '../domain/error-codes.js';
import { unitChangeSteps, type UnitChangeVerb } from '../domain/unit-change.js';
import { allowedVerbs, mayWriteIn } from '../domain/unit-change-policies.js';
import { UnitChangeRepository, type UnitChangeRow } from '../storage/unit-change-repository.js';
import { Determine } from './determine.js';
import { MakeUnitChange } from './make-unit-change.js';
import { TellChange } from './tell-change.js';

/** What somebody decides about a change, as it was seen. */
export interface UnitChangeDecision {
  verb: UnitChangeVerb;
  version: number;
  reason: string;
  /** Ids of the visits to come that were shown. */
  seen: readonly string[];
}

/** Accepts or refuses what a Kanwil proposed, or takes back what is not carried out yet. */
@Injectable()
export class DecideUnitChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: UnitChangeRepository,
    private readonly make: MakeUnitChange,
    private readonly determine: Determine,
    private readonly told: TellChange,
  ) {}

  /**
   * @throws UnitChangeError `unit-change-decided` where somebody was faster, `unit-change-reason-needed`,
   * `unit-change-unfit`, `unit-change-unseen`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(actor: Actor, id: string, decision: UnitChangeDecision): Promise<void> {
    await this.database.transaction(async () => {
      const change = found(await this.changes.lock(id));
      assertMay(actor, change, decision);
      const { verb, reason, seen } = decision;
      if (verb === 'accept') {
        await this.make.assertFit(change);
        await this.determine.execute(actor, change, seen, reason);
        return;
      }
      const wasDecided = change.state === 'decided';
      if (wasDecided) await this.determine.undo(change);
      await this.changes.save({
        ...change,
        ...(verb === 'refuse' ? { decidedBy: actor.personId, decidedAt: this.clock.now() } : {}),
        state: unitChangeSteps[verb].to,
        decisionReason: reason,
        version: change.version + 1,
      });
      await this.told.execute(actor, id, verb === 'refuse' ? 'refused' : 'withdrawn', { wasDecided });
    });
  }
}

function assertMay(actor: Actor, change: UnitChangeRow, { verb, version, reason }: UnitChangeDecision): void {
  if (!mayWriteIn(change.regionalOffice, actor)) throw new RequestError('not-found');
  if (change.version !== version || !unitChangeSteps[verb].from.includes(change.state)) {
    throw new UnitChangeError('unit-change-decided', {
      current: { version: change.version, state: change.state },
    });
  }
  if (!allowedVerbs(change, actor).includes(verb)) throw new RequestError('not-allowed');
  if (unitChangeSteps[verb].needsReason && reason === '') {
    throw new UnitChangeError('unit-change-reason-needed', {}, [{ field: 'reason', message: 'mohon diisi' }]);
  }
}

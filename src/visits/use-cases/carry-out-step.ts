import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { nextSequence } from '../domain/sequence.js';
import type { Side } from '../domain/visit-policies.js';
import type { Decision, StepInput, VisitAction } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitRow } from '../storage/visit-row.js';
import { CheckHostRules } from './check-host-rules.js';
import { HoldHostTime } from './hold-host-time.js';
import { RecordChange } from './record-change.js';
import { StepSurroundings } from './step-surroundings.js';
import type { VisitTime } from './visit-moves.js';

/** A step that the table allows, on a locked visit. */
export interface AllowedStep {
  visit: VisitRow;
  action: VisitAction;
  decision: Decision;
  input: StepInput;
  /** Null when the system itself acts. */
  actor: Actor | null;
  side: Side;
}

/** Carries out what the table allows: proposal, approval, host time, sessions that move along, history. */
@Injectable()
export class CarryOutStep {
  constructor(
    private readonly clock: Clock,
    private readonly rules: CheckHostRules,
    private readonly hostTime: HoldHostTime,
    private readonly record: RecordChange,
    private readonly surroundings: StepSurroundings,
  ) {}

  async execute(step: AllowedStep): Promise<void> {
    const { visit, action, decision, input, actor } = step;
    const now = this.clock.now();
    const changed = {
      ...afterEffects(step, now),
      state: decision.to,
      version: visit.version + 1,
      changedAt: now,
    };
    await this.checkTime(step, now);
    if (decision.effects.includes('record-approval') && actor?.regionalOffice) {
      await this.surroundings.visits.approve(visit.id, actor.regionalOffice, actor.personId, now);
    }
    await this.hostTime.execute(visit, changed);
    const reason = [
      input.reason?.trim(),
      await this.surroundings.overlapNote(visit, changed),
      await this.surroundings.carryAlong(visit, changed),
    ];
    await this.record.execute(visit, changed, {
      actor,
      action,
      reason: reason.filter(Boolean).join(' ') || null,
      beside: decision.effects.includes('record-approval') ? ['approvals'] : [],
    });
  }

  /** A time that is asked for lies ahead, and not too far; one asked for by the guest also keeps the host's rules. */
  private async checkTime({ visit, action, decision, input, side }: AllowedStep, now: Date): Promise<void> {
    const wanted = wantedTime(visit, action, decision, input);
    if (!wanted) return;
    if (wanted.startsAt <= now) throw new VisitError('time-has-passed');
    await this.rules.assertNear(visit.hostUnit, wanted);
    if (side === 'guest' && action !== 'accept') {
      await this.rules.execute(visit.hostUnit, wanted, visit.partySize);
    }
  }
}

/** The time that a step would settle or offer, or null when it is about none. */
function wantedTime(
  visit: VisitRow,
  action: VisitAction,
  { effects }: Decision,
  input: StepInput,
): VisitTime | null {
  const { startsAt, endsAt } = input;
  if (effects.includes('set-proposal') && startsAt && endsAt) return { startsAt, endsAt };
  if (action === 'submit') return visit;
  if (action !== 'accept') return null;
  const { proposedStartsAt, proposedEndsAt } = visit;
  return proposedStartsAt && proposedEndsAt ? { startsAt: proposedStartsAt, endsAt: proposedEndsAt } : visit;
}

const noProposal = {
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedBy: null,
  proposedAt: null,
} as const;

/** The visit with its proposal set, taken or dropped. What calendars have already raises SEQUENCE. */
function afterEffects({ visit, decision, input, side }: AllowedStep, now: Date): VisitRow {
  const { effects } = decision;
  if (effects.includes('set-proposal')) {
    return {
      ...visit,
      proposedStartsAt: input.startsAt ?? null,
      proposedEndsAt: input.endsAt ?? null,
      proposedBy: side === 'host' ? 'host' : 'guest',
      proposedAt: now,
    };
  }
  if (effects.includes('take-proposal') && visit.proposedStartsAt && visit.proposedEndsAt) {
    const { proposedStartsAt: startsAt, proposedEndsAt: endsAt } = visit;
    const moved = { ...visit, ...noProposal, startsAt, endsAt };
    return hasTrait(visit.state, 'standing') ? { ...moved, sequence: nextSequence(visit, moved) } : moved;
  }
  const sequence = hasTrait(decision.to, 'calledOff') ? nextSequence(visit, 'cancelled') : visit.sequence;
  return effects.includes('drop-proposal') ? { ...visit, ...noProposal, sequence } : { ...visit, sequence };
}

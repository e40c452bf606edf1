import { ownHoursAlong, type DayTime } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { VisitError } from '../domain/error-codes.js';
import type { FieldChange } from '../domain/field-changes.js';
import { nextSequence } from '../domain/sequence.js';
import { broughtBy, isAnswerStep, isEntered, type OtherWay } from '../domain/answer-ways.js';
import type { Side } from '../domain/visit-policies.js';
import type { Decision, StepInput, VisitAction } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { asProposed, holdExpiry, proposedTime, timeInQuestion } from '../domain/host-time.js';
import { partyFault } from '../domain/party-limit.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { isSameVisit, type VisitRow } from '../storage/visit-row.js';
import { soundTime } from './assert-sound-time.js';
import { CheckHostRules } from './check-host-rules.js';
import { HoldHostTime } from './hold-host-time.js';
import { RecordChange } from './record-change.js';
import { StepSurroundings } from './step-surroundings.js';
import { withDetails } from './visit-details.js';
import { VisitWholes } from './visit-wholes.js';

/** A step that the table allows, on a locked visit. */
export interface AllowedStep {
  visit: VisitFacts;
  action: VisitAction;
  decision: Decision;
  input: StepInput;
  /** Null when the system itself acts; who has no account has a name only. */
  actor: { personId: string | null; name: string; regionalOffice?: string | null } | null;
  /** The side that speaks. */
  side: Side;
  /** How an answer of the host came, where its own people did not give it by an account. */
  cameBy?: OtherWay | null;
  /** The letter by which an answer came, where there is one. */
  letter?: Partial<Pick<VisitRow, 'replyLetterNumber' | 'replyLetterDate'>>;
  /** What the history tells of those who were put into the visit with it. */
  joining?: readonly FieldChange[];
  /** Whether whoever took it tells the units of it together with others. */
  isToldTogether?: boolean;
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
    private readonly wholes: VisitWholes,
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
    await this.checkProposal(step, now);
    if (await this.isSaidAlready(step, changed, now)) return;
    if (decision.effects.includes('record-approval') && actor?.regionalOffice && actor.personId) {
      const { regionalOffice, personId: approvedBy } = actor;
      const approval = { visitId: visit.id, regionalOffice, approvedBy, approvedAt: now };
      await this.surroundings.visits.approve(approval, timeInQuestion(visit));
    }
    const accepting = step.side === 'host' ? (actor?.personId ?? null) : null;
    const [, overlaps, endsInvitations] = await inTurn([
      this.hostTime.execute(visit, changed, step.side),
      this.surroundings.overlapNote(visit, changed, accepting),
      this.surroundings.endInvitations(changed),
    ]);
    const along = await this.surroundings.carryAlong(visit, changed);
    const reason = [input.reason?.trim(), overlaps, along];
    await this.record.execute(visit, changed, {
      actor,
      side: step.cameBy ? broughtBy(step.cameBy) : step.side,
      cameBy: step.cameBy ?? null,
      action,
      reason: reason.filter(Boolean).join(' ') || null,
      beside: [
        ...(decision.effects.includes('record-approval') ? (['approvals'] as const) : []),
        ...(step.joining?.length ? (['people'] as const) : []),
        ...(endsInvitations ? (['guests'] as const) : []),
      ],
      changes: step.joining ?? [],
      tells: step.isToldTogether ? 'asked-host' : true,
    });
  }

  /** Whether the very same was the last that happened, so that nothing changes and nobody needs to hear it again. */
  private async isSaidAlready({ visit, action, actor, input }: AllowedStep, changed: VisitRow, now: Date) {
    const { proposedAt } = visit;
    if (proposedAt === null || holdExpiry(proposedAt) <= now) return false;
    if (!isSameVisit(visit, { ...changed, proposedAt })) return false;
    const last = await this.surroundings.lastLine(visit.id);
    const reason = input.reason?.trim() || null;
    return last?.action === action && last.actorId === (actor?.personId ?? null) && last.reason === reason;
  }

  /** A proposed time lies ahead, and not too far; one proposed by the guest also keeps the host's rules. */
  private async checkProposal({ visit, decision, input, side }: AllowedStep, now: Date): Promise<void> {
    const time = askedTime(visit, input);
    const asks = (['set-proposal', 'move'] as const).some((effect) => decision.effects.includes(effect));
    if (!asks || !time) return;
    if (time.startsAt <= now) throw new VisitError('time-has-passed');
    await inTurn([
      this.rules.assertNear(visit, time),
      this.rules.assertGoingOn(visit, time),
      this.surroundings.assertMovable(visit.id, time),
      side === 'guest' && this.rules.execute(visit, time, this.wholes.longestNoticeOf(visit.id)),
    ]);
  }
}

/** What is asked side by side; where several are refused, the first is told. */
async function inTurn<Asked extends readonly unknown[]>(
  asked: readonly [...Asked],
): Promise<{ -readonly [At in keyof Asked]: Awaited<Asked[At]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

const noProposal = {
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedOwnHours: null,
  proposedBy: null,
  proposedAt: null,
} as const;

const noObjection = { disputedBy: null, disputedAt: null } as const;

const noEntry = { answerEnteredAt: null, reviewedBy: [] as string[], ...noObjection };

/**
 * The time that comes with a step; null where none does. Where nothing is said of the hours of its days, those of the time in
 * question move along.
 *
 * @throws VisitError what is wrong with it by itself
 */
function askedTime(visit: VisitFacts, { startsAt, endsAt, ownHours }: StepInput): DayTime | null {
  if (!startsAt || !endsAt) return null;
  const along = ownHoursAlong(timeInQuestion(visit), startsAt, endsAt);
  return soundTime({ startsAt, endsAt, ownHours: ownHours === undefined ? along : ownHours }, visit.timeZone);
}

/** Whether the guest ends it, whatever it entered for its host before. */
const saysNoFinally = ({
  action,
  side,
  decision,
}: Pick<AllowedStep, 'action' | 'side' | 'decision'>): boolean =>
  action === 'decline' && side === 'guest' && hasTrait(decision.to, 'endedEarly');

/** What the guest entered for the host is to be looked at by the host; what the host says itself is not. */
function entry({ visit, action, side, cameBy, letter, decision }: AllowedStep, now: Date): Partial<VisitRow> {
  if (decision.effects.includes('drop-entry') || saysNoFinally({ action, side, decision })) return noEntry;
  if (side !== 'host' || !isAnswerStep(action) || visit.recordedBy !== null) return {};
  if (!isEntered(cameBy)) return noEntry;
  return { answerEnteredAt: now, reviewedBy: [], ...noObjection, ...letter };
}

/** Whoever accepts agrees to the party as it is. */
const agreedParty = ({ visit, action }: AllowedStep): number | null =>
  action === 'accept' && partyFault(visit) ? visit.partyCount : visit.agreedParty;

/** What stands once the step is taken: its proposal set, taken or dropped. What calendars have already raises SEQUENCE. */
function afterEffects(step: AllowedStep, now: Date): VisitRow {
  const { effects } = step.decision;
  const isHeard = effects.includes('hear-guest') || effects.includes('take-proposal');
  const { acceptance } = step.input;
  const told = acceptance ? withDetails(step.visit, acceptance.details) : step.visit;
  const visit = {
    ...told,
    agreedParty: agreedParty(step),
    awaitsGuest: step.visit.awaitsGuest && !isHeard,
    ...entry(step, now),
  };
  return afterProposal(visit, step, now) ?? afterReview(visit, step, now);
}

/** The visit whose time or proposal the step is about; null for any other. */
function afterProposal(visit: VisitRow, step: AllowedStep, now: Date): VisitRow | null {
  const { decision, input, side } = step;
  const { effects } = decision;
  const asked = askedTime(step.visit, input);
  const proposed = { proposedBy: side === 'host' ? ('host' as const) : ('guest' as const), proposedAt: now };
  if (effects.includes('set-proposal')) {
    return { ...visit, ...proposed, ...(asked && asProposed(asked)) };
  }
  if (effects.includes('offer-own-time')) {
    return { ...visit, ...proposed, ...asProposed(visit) };
  }
  if (effects.includes('move')) {
    return { ...visit, ...noProposal, ...asked };
  }
  const taken = proposedTime(visit);
  if (!effects.includes('take-proposal') || !taken) return null;
  const moved = { ...visit, ...noProposal, ...taken };
  return hasTrait(visit.state, 'standing') ? { ...moved, sequence: nextSequence(visit, moved) } : moved;
}

function afterReview(visit: VisitRow, { decision, side }: AllowedStep, now: Date): VisitRow {
  const { effects } = decision;
  // A regional office objects for the host.
  const speaker = side === 'guest' ? 'guest' : 'host';
  const reviewed = [...new Set([...visit.reviewedBy, speaker])];
  if (effects.includes('set-review')) return { ...visit, reviewedBy: reviewed };
  if (effects.includes('set-objection')) {
    return { ...visit, reviewedBy: reviewed, disputedBy: speaker, disputedAt: now };
  }
  const settled = effects.includes('drop-objection') ? { ...visit, ...noObjection } : visit;
  const sequence = hasTrait(decision.to, 'calledOff') ? nextSequence(visit, 'cancelled') : visit.sequence;
  return effects.includes('drop-proposal')
    ? { ...settled, ...noProposal, sequence }
    : { ...settled, sequence };
}

import { isSameTime, ownHoursAlong, type OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { RequestError } from '../../platform/http/request-error.js';
import { VisitError } from '../domain/error-codes.js';
import { aspectsChanged } from '../domain/visit-aspects.js';
import { nextSequence } from '../domain/sequence.js';
import { isTooLongAgo } from '../domain/recorded-visit.js';
import { actorSides, mayCorrectTime, mayEdit, mayRecord } from '../domain/visit-policies.js';
import { isOnSite } from '../domain/visit-mode.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { visitAspectsByField, type VisitRow } from '../storage/visit-row.js';
import { soundTime } from './assert-sound-time.js';
import { ChangeVisit } from './change-visit.js';
import { CheckReferences } from './check-references.js';
import { HoldHostTime } from './hold-host-time.js';
import { VisitMoves } from './visit-moves.js';
import { withDetails, type GivenWithIdentities } from './visit-details.js';

export interface VisitEdit {
  /** A new time: only a draft, and what was entered after it was over, move by editing; others move by a proposal. */
  startsAt: Date | undefined;
  endsAt: Date | undefined;
  /** Left out, the hours of its days move along with a time that is as long. */
  ownHours: OwnHours | null | undefined;
  details: GivenWithIdentities;
}

@Injectable()
export class EditVisit {
  constructor(
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly references: CheckReferences,
    private readonly participants: ParticipantRepository,
    private readonly moves: VisitMoves,
    private readonly hostTime: HoldHostTime,
  ) {}

  async execute(actor: Actor, visitId: string, version: number, edit: VisitEdit): Promise<void> {
    await this.changeVisit.execute(
      actor,
      visitId,
      'edit',
      async (visit) => {
        await this.references.programs(edit.details.programs ?? []);
        const edited = withDetails(moved(visit, edit, actor), edit.details);
        assertOpen(visit, edited, actor);
        if (edited.startsAt.getTime() !== visit.startsAt.getTime()) {
          await this.references.goingOnAt([visit.guestUnit, visit.hostUnit], edited.startsAt, visit.timeZone);
        }
        assertMayCome(visit, edited, actor);
        const sequence = hasTrait(visit.state, 'standing') ? nextSequence(visit, edited) : visit.sequence;
        if (sequence > visit.sequence) await this.participants.askAgain(visit.id, this.clock.now());
        await this.hostTime.execute(visit, edited, actorSides(visit, actor)[0] ?? 'guest');
        if (edited.mode !== visit.mode) await this.moves.assertMovable(visit.id, edited);
        const reason = await this.moves.moved(visit.id, visit, edited);
        const beside = sequence > visit.sequence ? (['answers'] as const) : [];
        return { visit: { ...edited, sequence }, result: undefined, reason, beside };
      },
      { version, may: mayRecord },
    );
  }
}

/** @throws RequestError `not-allowed` where more than letters would change, and what was agreed stays as it is */
function assertOpen(visit: VisitFacts, edited: VisitRow, actor: Actor): void {
  const aspects = aspectsChanged(visitAspectsByField, visit, edited);
  if (!mayEdit(visit, actor) && aspects.some((aspect) => aspect !== 'letters')) {
    throw new RequestError('not-allowed');
  }
}

/** @throws VisitError `host-decides-coming` where guests would come to a host that agreed to meet them online */
function assertMayCome(visit: VisitFacts, edited: VisitRow, actor: Actor): void {
  const isAgreed = hasTrait(visit.state, 'standing') || visit.proposedBy === 'host';
  if (!isAgreed || isOnSite(visit) || !isOnSite(edited)) return;
  if (!actorSides(visit, actor).includes('guest')) return;
  throw new VisitError('host-decides-coming', {}, [
    { field: 'mode', message: 'hanya tuan rumah yang dapat' },
  ]);
}

function moved(
  visit: VisitFacts,
  { startsAt = visit.startsAt, endsAt = visit.endsAt, ...given }: VisitEdit,
  actor: Actor,
): VisitRow {
  const { ownHours = ownHoursAlong(visit, startsAt, endsAt) } = given;
  if (isSameTime(visit, { startsAt, endsAt, ownHours })) return visit;
  const corrects = mayCorrectTime(visit, actor);
  if (!hasTrait(visit.state, 'unsent') && !corrects) {
    throw new VisitError('step-not-allowed', {
      state: visit.state,
      allowedActions: ['propose', 'reschedule'],
    });
  }
  const time = soundTime({ startsAt, endsAt, ownHours }, visit.timeZone);
  if (corrects && endsAt > visit.createdAt) {
    throw new VisitError('recorded-time-ahead', {}, [{ field: 'endsAt', message: 'harus sudah lewat' }]);
  }
  if (corrects && isTooLongAgo(startsAt, visit.timeZone)) throw new VisitError('recorded-too-early');
  return { ...visit, ...time };
}

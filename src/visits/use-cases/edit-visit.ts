import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { nextSequence } from '../domain/sequence.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { assertSoundTime } from './assert-sound-time.js';
import { ChangeVisit } from './change-visit.js';
import { CheckReferences } from './check-references.js';
import { VisitMoves } from './visit-moves.js';
import { withDetails, type VisitDetails } from './visit-details.js';

export interface VisitEdit {
  /** A new time: only a draft moves by editing; what was sent moves by a proposal. */
  startsAt: Date | undefined;
  endsAt: Date | undefined;
  details: VisitDetails;
}

@Injectable()
export class EditVisit {
  constructor(
    private readonly changeVisit: ChangeVisit,
    private readonly references: CheckReferences,
    private readonly participants: ParticipantRepository,
    private readonly moves: VisitMoves,
  ) {}

  async execute(actor: Actor, visitId: string, version: number, edit: VisitEdit): Promise<void> {
    await this.changeVisit.execute(
      actor,
      visitId,
      'edit',
      async (visit) => {
        await this.references.programs(edit.details.programs ?? []);
        const edited = withDetails(moved(visit, edit), edit.details);
        const sequence = hasTrait(visit.state, 'standing') ? nextSequence(visit, edited) : visit.sequence;
        if (sequence > visit.sequence) await this.participants.askAgain(visit.id);
        const reason = await this.moves.moved(visit.id, visit, edited);
        const beside = sequence > visit.sequence ? (['answers'] as const) : [];
        return { visit: { ...edited, sequence }, result: undefined, reason, beside };
      },
      version,
    );
  }
}

function moved(visit: VisitRow, { startsAt = visit.startsAt, endsAt = visit.endsAt }: VisitEdit): VisitRow {
  const stays =
    startsAt.getTime() === visit.startsAt.getTime() && endsAt.getTime() === visit.endsAt.getTime();
  if (stays) return visit;
  if (!hasTrait(visit.state, 'unsent')) {
    throw new VisitError('step-not-allowed', {
      state: visit.state,
      allowedActions: ['propose', 'reschedule'],
    });
  }
  assertSoundTime(startsAt, endsAt);
  return { ...visit, startsAt, endsAt };
}

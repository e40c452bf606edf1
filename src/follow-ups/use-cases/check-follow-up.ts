import { Injectable } from '@nestjs/common';
import { mayReadNote, NoteFacts, type NoteFact } from '../../notes/index.js';
import { OfficerFacts } from '../../people/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { FollowUpError } from '../domain/error-codes.js';

/** Checks what a follow-up points at. */
@Injectable()
export class CheckFollowUp {
  constructor(
    private readonly officers: OfficerFacts,
    private readonly notes: NoteFacts,
  ) {}

  /** @throws FollowUpError `owner-elsewhere` unless the owner's account belongs to the responsible unit */
  async owner(unit: string, personId: string | null): Promise<void> {
    if (personId === null) return;
    const officers = await this.officers.ofUnit(unit);
    if (!officers.some((officer) => officer.personId === personId))
      throw new FollowUpError('owner-elsewhere');
  }

  /** @throws FollowUpError `practice-unknown` unless the note is published for other units and the actor may read it */
  async practice(actor: Actor, note: string | null): Promise<NoteFact | null> {
    if (note === null) return null;
    const fact = await this.notes.byId(note);
    const isShared = fact?.state === 'published' && fact.visibility !== 'unit' && mayReadNote(fact, actor);
    if (!isShared) throw new FollowUpError('practice-unknown');
    return fact;
  }
}

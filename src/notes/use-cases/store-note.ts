import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { NoteError } from '../domain/error-codes.js';
import { decideNoteStep, reviewDate, type NoteAction } from '../domain/note-states.js';
import { noteTextFields } from '../domain/note-fields.js';
import { missingTexts, type NoteState } from '../domain/note.js';
import { NoteRepository, type LockedNote } from '../storage/note-repository.js';
import { NoteRevisionRepository } from '../storage/note-revision-repository.js';

/** Takes a step of a note and stores it with its revision, in the caller's transaction. */
@Injectable()
export class StoreNote {
  constructor(
    private readonly clock: Clock,
    private readonly notes: NoteRepository,
    private readonly revisions: NoteRevisionRepository,
  ) {}

  /**
   * @param note as it is to stand, with its new version and the state it had
   * @param action the step to take with it; null for none
   * @returns the state it stands in then
   * @throws NoteError `note-step-not-allowed`, `note-reason-needed`, `note-incomplete` naming each text that lacks
   */
  async execute(actor: Actor, note: LockedNote, action: NoteAction | null, reason = ''): Promise<NoteState> {
    const state = action === null ? note.state : this.stateAfter(actor, note, action, reason);
    if (state !== 'draft') {
      const faults = missingTexts(note);
      if (faults.length > 0) throw new NoteError('note-incomplete', {}, faults);
    }
    const now = this.clock.now();
    const isOut = state === 'published' || state === 'archived';
    const isReviewed = action === 'publish' || action === 'renew' || note.reviewDueOn === null;
    const changed: LockedNote = {
      ...note,
      state,
      changedAt: now,
      publishedAt: isOut ? (note.publishedAt ?? now) : null,
      reviewDueOn:
        state !== 'published'
          ? null
          : isReviewed
            ? reviewDate(localDate(now, note.timeZone))
            : note.reviewDueOn,
      archivedAt: state === 'archived' ? (note.archivedAt ?? now) : null,
    };
    await this.notes.save(changed);
    await this.revisions.add({
      noteId: note.id,
      version: note.version,
      state,
      texts: valuesIn(noteTextFields, note),
      reason,
      changedBy: actor.personId,
      changedAt: now,
    });
    return state;
  }

  private stateAfter(actor: Actor, note: LockedNote, action: NoteAction, reason: string): NoteState {
    const decision = decideNoteStep(note, action, actor, reason);
    if ('to' in decision) return decision.to;
    if (decision.code === 'not-allowed') throw new RequestError('not-allowed');
    const faults = decision.code === 'note-reason-needed' ? [reasonFault] : [];
    throw new NoteError(decision.code, { state: note.state }, faults);
  }
}

const reasonFault = { field: 'reason', message: 'mohon tuliskan alasannya' };

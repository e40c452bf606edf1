import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { NoteError } from '../domain/error-codes.js';
import type { NoteAction } from '../domain/note-states.js';
import { mayReadNote, type NoteState } from '../domain/note.js';
import { NoteRepository } from '../storage/note-repository.js';
import { StoreNote } from './store-note.js';

/** Where a note stands after a step. */
export interface NoteStanding {
  id: string;
  state: NoteState;
  version: number;
}

/** Takes one step of a note: propose, publish, withdraw, return, renew, archive. */
@Injectable()
export class TakeNoteStep {
  constructor(
    private readonly database: Database,
    private readonly notes: NoteRepository,
    private readonly store: StoreNote,
  ) {}

  /**
   * @param version the one the caller saw
   * @param reason why it goes back to a draft
   * @throws NoteError `note-changed` and what StoreNote throws
   */
  async execute(
    actor: Actor,
    id: string,
    action: NoteAction,
    version: number,
    reason: string,
  ): Promise<NoteStanding> {
    return this.database.transaction(async () => {
      const note = found(await this.notes.lock(id));
      if (!mayReadNote(note, actor)) throw new RequestError('not-found');
      if (note.version !== version) {
        throw new NoteError('note-changed', { current: { version: note.version } });
      }
      const state = await this.store.execute(actor, { ...note, version: version + 1 }, action, reason);
      return { id, state, version: version + 1 };
    });
  }
}

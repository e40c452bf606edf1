import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayWrite } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteEditingRepository } from '../storage/note-editing-repository.js';
import { ReadNote } from './read-note.js';

/** For how long somebody who opened a form is taken to be writing, in milliseconds. */
const WRITING_MS = 10 * 60 * 1000;

/** Opens the form of a note of the own unit, and tells who else is likely to be writing. */
@Injectable()
export class OpenNoteForm {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadNote,
    private readonly editing: NoteEditingRepository,
  ) {}

  async execute(
    actor: Actor,
    noteId: string,
  ): Promise<{ note: NoteFact; others: { name: string; openedAt: Date }[] }> {
    const note = await this.own(actor, noteId);
    const now = this.clock.now();
    const since = new Date(now.getTime() - WRITING_MS);
    return { note, others: await this.editing.open(noteId, actor.personId, now, since) };
  }

  /** The note alone, of the own unit. */
  async own(actor: Actor, noteId: string): Promise<NoteFact> {
    const note = await this.read.execute(actor, noteId);
    if (!mayWrite(note.unit, actor)) throw new RequestError('not-allowed');
    return note;
  }

  /** The form was sent and saved. */
  async close(actor: Actor, noteId: string): Promise<void> {
    await this.editing.close(noteId, actor.personId);
  }
}

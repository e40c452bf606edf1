import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReadRevisions } from '../domain/note-parts.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteRevisions, type NoteRevision } from '../queries/note-revisions.js';
import { ReadNote } from './read-note.js';

@Injectable()
export class ReadNoteRevisions {
  constructor(
    private readonly read: ReadNote,
    private readonly revisions: NoteRevisions,
  ) {}

  /** The last first. @throws RequestError `not-allowed` for those who only read the note */
  async execute(actor: Actor, noteId: string): Promise<{ note: NoteFact; revisions: NoteRevision[] }> {
    const note = await this.read.execute(actor, noteId);
    if (!mayReadRevisions(note, actor)) throw new RequestError('not-allowed');
    return { note, revisions: await this.revisions.ofNote(noteId) };
  }
}

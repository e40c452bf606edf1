import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { maySeePicture } from '../domain/note-parts.js';
import {
  NoteContents,
  type NoteComment,
  type NoteFile,
  type NotePicture,
  type NoteUse,
} from '../queries/note-contents.js';
import type { NoteFact } from '../queries/note-facts.js';
import { ReadNote } from './read-note.js';

/** A note with all that belongs to it, as far as somebody may see it. */
export interface WholeNote {
  note: NoteFact;
  pictures: NotePicture[];
  files: NoteFile[];
  comments: NoteComment[];
  uses: NoteUse[];
}

@Injectable()
export class ReadNoteContents {
  constructor(
    private readonly read: ReadNote,
    private readonly contents: NoteContents,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the note */
  async execute(actor: Actor, noteId: string): Promise<WholeNote> {
    const note = await this.read.execute(actor, noteId);
    return this.of(actor, note);
  }

  /** The same of a note that somebody was seen to be allowed to read. */
  async of(actor: Actor, note: NoteFact): Promise<WholeNote> {
    const [pictures, files, comments, uses] = await Promise.all([
      this.pictures(actor, note),
      this.contents.files(note.id),
      this.contents.comments(note.id),
      this.contents.uses(note.id),
    ]);
    return { note, pictures, files, comments, uses };
  }

  private async pictures(actor: Actor, note: NoteFact): Promise<NotePicture[]> {
    const pictures = await this.contents.pictures(note.id);
    return pictures.filter(({ isCleared }) => maySeePicture(note, isCleared, actor));
  }
}

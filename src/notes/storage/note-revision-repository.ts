import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NoteState, NoteTexts } from '../domain/note.js';

/** What a note said at one of its versions. */
export interface NewNoteRevision {
  noteId: string;
  version: number;
  state: NoteState;
  texts: NoteTexts;
  /** Why it went back to a draft; empty otherwise. */
  reason: string;
  changedBy: string;
  changedAt: Date;
}

@Injectable()
export class NoteRevisionRepository {
  constructor(private readonly database: Database) {}

  async add(revision: NewNoteRevision): Promise<void> {
    await this.database.query(
      `INSERT INTO note_revision (note_id, version, state, texts, reason, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        revision.noteId,
        revision.version,
        revision.state,
        JSON.stringify(revision.texts),
        revision.reason,
        revision.changedBy,
        revision.changedAt,
      ],
    );
  }
}

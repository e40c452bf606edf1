import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NoteTexts } from '../domain/note-fields.js';
import type { NoteState } from '../domain/note.js';

/** What a note said at a version. */
export interface NoteRevision {
  version: number;
  state: NoteState;
  texts: NoteTexts;
  reason: string;
  changedBy: string;
  changedAt: Date;
}

@Injectable()
export class NoteRevisions {
  constructor(private readonly database: Database) {}

  /** The last first. */
  ofNote(noteId: string): Promise<NoteRevision[]> {
    return this.database.query(
      `SELECT r.version, r.state, r.texts, r.reason, p.name AS "changedBy", r.changed_at AS "changedAt"
       FROM note_revision r JOIN person p ON p.id = r.changed_by
       WHERE r.note_id = $1 ORDER BY r.version DESC`,
      [noteId],
    );
  }

  /** The last revision alone. */
  async last(noteId: string): Promise<Omit<NoteRevision, 'texts'> | null> {
    const [row] = await this.database.query<Omit<NoteRevision, 'texts'>>(
      `SELECT r.version, r.state, r.reason, p.name AS "changedBy", r.changed_at AS "changedAt"
       FROM note_revision r JOIN person p ON p.id = r.changed_by
       WHERE r.note_id = $1 ORDER BY r.version DESC LIMIT 1`,
      [noteId],
    );
    return row ?? null;
  }
}

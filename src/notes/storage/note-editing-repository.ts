import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { NoteEditingEntity } from './note.entity.js';

/** Somebody who has a note open for writing. */
export interface NoteEditor {
  name: string;
  openedAt: Date;
}

/** Who opened the form of a note lately. */
@Injectable()
export class NoteEditingRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(NoteEditingEntity) private readonly editing: Rows<NoteEditingEntity>,
  ) {}

  /** Notes that somebody opens the form, and returns who else did since an instant. */
  async open(noteId: string, personId: string, at: Date, since: Date): Promise<NoteEditor[]> {
    return this.database.query(
      `WITH own AS (
         INSERT INTO note_editing (note_id, person_id, opened_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT note_editing_pkey DO UPDATE SET opened_at = excluded.opened_at)
       SELECT p.name, e.opened_at AS "openedAt" FROM note_editing e JOIN person p ON p.id = e.person_id
       WHERE e.note_id = $1 AND e.person_id <> $2 AND e.opened_at >= $4 ORDER BY e.opened_at DESC`,
      [noteId, personId, at, since],
    );
  }

  async close(noteId: string, personId: string): Promise<void> {
    await this.editing.delete({ noteId, personId });
  }
}

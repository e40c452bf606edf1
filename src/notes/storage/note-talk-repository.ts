import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NoteTalkKind } from '../domain/note.js';

export interface NewNoteComment {
  id: string;
  noteId: string;
  kind: NoteTalkKind;
  body: string;
  authorId: string;
  at: Date;
}

/** Comments on notes, and the units that use them. */
@Injectable()
export class NoteTalkRepository {
  constructor(private readonly database: Database) {}

  async add({ id, noteId, kind, body, authorId, at }: NewNoteComment): Promise<void> {
    await this.database.query(
      'INSERT INTO note_comment (id, note_id, kind, body, author_id, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, noteId, kind, body, authorId, at],
    );
  }

  async lock(noteId: string, id: string): Promise<{ kind: string; authorId: string } | null> {
    const [row] = await this.database.query<{ kind: string; authorId: string }>(
      'SELECT kind, author_id AS "authorId" FROM note_comment WHERE note_id = $1 AND id = $2 FOR UPDATE',
      [noteId, id],
    );
    return row ?? null;
  }

  async answer(id: string, answer: string, by: string, at: Date): Promise<void> {
    await this.database.query(
      'UPDATE note_comment SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1',
      [id, answer, by, at],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM note_comment WHERE id = $1', [id]);
  }

  async use(noteId: string, unit: string, since: string, by: string, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO note_use (note_id, unit, since, added_by, added_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT note_use_pkey DO UPDATE SET since = excluded.since`,
      [noteId, unit, since, by, at],
    );
  }

  async stopUse(noteId: string, unit: string): Promise<void> {
    await this.database.query('DELETE FROM note_use WHERE note_id = $1 AND unit = $2', [noteId, unit]);
  }
}

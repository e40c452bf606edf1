import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NoteState, NoteTexts } from '../domain/note.js';

/** A best-practice note as it is stored. */
export interface NoteRow extends NoteTexts {
  id: string;
  state: NoteState;
  version: number;
  topics: string[];
  programs: string[];
  /** The unit whose practice it is. */
  unit: string;
  /** The visit it comes from. */
  visit: string | null;
  authorId: string;
  createdAt: Date;
  changedAt: Date;
  publishedAt: Date | null;
}

/** The SELECT list of a note aliased `n`, named as in `NoteRow`. */
export const noteSelection = `n.id, n.state, n.version, n.title, n.context, n.what_was_done AS "whatWasDone", n.result,
  n.how_to_copy AS "howToCopy", n.topics, n.unit, n.visit_id AS visit, n.author_id AS "authorId",
  n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt",
  ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs`;

@Injectable()
export class NoteRepository {
  constructor(private readonly database: Database) {}

  async lock(id: string): Promise<NoteRow | null> {
    const [row] = await this.database.query<NoteRow>(
      `SELECT ${noteSelection} FROM note n WHERE n.id = $1 FOR UPDATE OF n`,
      [id],
    );
    return row ?? null;
  }

  async save(note: NoteRow): Promise<void> {
    await this.database.query(
      `INSERT INTO note (id, state, version, title, context, what_was_done, result, how_to_copy, topics, unit,
         visit_id, author_id, created_at, changed_at, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version, title = excluded.title,
         context = excluded.context, what_was_done = excluded.what_was_done, result = excluded.result,
         how_to_copy = excluded.how_to_copy, topics = excluded.topics, visit_id = excluded.visit_id,
         changed_at = excluded.changed_at, published_at = excluded.published_at`,
      [
        note.id,
        note.state,
        note.version,
        note.title,
        note.context,
        note.whatWasDone,
        note.result,
        note.howToCopy,
        note.topics,
        note.unit,
        note.visit,
        note.authorId,
        note.createdAt,
        note.changedAt,
        note.publishedAt,
      ],
    );
    await this.database.query('DELETE FROM note_program WHERE note_id = $1 AND program <> ALL ($2)', [
      note.id,
      note.programs,
    ]);
    await this.database.query(
      'INSERT INTO note_program (note_id, program) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
      [note.id, note.programs],
    );
  }
}

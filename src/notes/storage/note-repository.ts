import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { NoteState, NoteTexts, NoteVisibility } from '../domain/note.js';

/** A best-practice note as it is stored. */
export interface NoteRow extends NoteTexts {
  id: string;
  state: NoteState;
  visibility: NoteVisibility;
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
  /** Calendar date `YYYY-MM-DD` on which a published note is to be read again. */
  reviewDueOn: string | null;
  archivedAt: Date | null;
}

/** A note that is being changed, with what the rules ask of its unit. */
export interface LockedNote extends NoteRow {
  regionalOffice: string;
  /** The unit's. */
  timeZone: Zone;
}

/** The SELECT list of a note aliased `n`, named as in `NoteRow`. */
export const noteSelection = `n.id, n.state, n.visibility, n.version, n.title, n.context,
  n.what_was_done AS "whatWasDone", n.resources, n.how_to_copy AS "howToCopy", n.result, n.pitfalls, n.contact,
  n.topics, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt",
  n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn",
  n.archived_at AS "archivedAt",
  ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs`;

const columns = [
  ['id', 'id'],
  ['state', 'state'],
  ['visibility', 'visibility'],
  ['version', 'version'],
  ['title', 'title'],
  ['context', 'context'],
  ['what_was_done', 'whatWasDone'],
  ['resources', 'resources'],
  ['how_to_copy', 'howToCopy'],
  ['result', 'result'],
  ['pitfalls', 'pitfalls'],
  ['contact', 'contact'],
  ['topics', 'topics'],
  ['unit', 'unit'],
  ['visit_id', 'visit'],
  ['author_id', 'authorId'],
  ['created_at', 'createdAt'],
  ['changed_at', 'changedAt'],
  ['published_at', 'publishedAt'],
  ['review_due_on', 'reviewDueOn'],
  ['archived_at', 'archivedAt'],
] as const satisfies readonly (readonly [string, keyof NoteRow])[];

/** Columns that never change once a note is there. */
const lasting: readonly string[] = ['id', 'unit', 'author_id', 'created_at'];

const SAVE = `INSERT INTO note (${columns.map(([column]) => column).join(', ')})
  VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns
    .filter(([column]) => !lasting.includes(column))
    .map(([column]) => `${column} = excluded.${column}`)
    .join(', ')}`;

@Injectable()
export class NoteRepository {
  constructor(private readonly database: Database) {}

  async lock(id: string): Promise<LockedNote | null> {
    const [row] = await this.database.query<LockedNote>(
      `SELECT ${noteSelection}, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone"
       FROM note n JOIN unit u ON u.code = n.unit WHERE n.id = $1 FOR UPDATE OF n`,
      [id],
    );
    return row ?? null;
  }

  async save(note: NoteRow): Promise<void> {
    await this.database.query(
      SAVE,
      columns.map(([, field]) => note[field]),
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

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A question about a note, with those whom it concerns. */
export interface NoteQuestion {
  noteId: string;
  title: string;
  unitName: string;
  body: string;
  askerId: string;
  askerName: string;
  askerEmail: string;
  /** Unit or regional office of the asker. */
  askerPlace: string | null;
  /** Whether the asker's account is suspended. */
  isAskerGone: boolean;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

@Injectable()
export class NoteQuestions {
  constructor(private readonly database: Database) {}

  /** Null when it was removed meanwhile. */
  async byId(id: string): Promise<NoteQuestion | null> {
    const [row] = await this.database.query<NoteQuestion>(
      `SELECT n.id AS "noteId", n.title, u.name AS "unitName", c.body, p.id AS "askerId", p.name AS "askerName",
         p.email AS "askerEmail", coalesce(pu.name, po.short_name) AS "askerPlace",
         p.suspended_at IS NOT NULL AS "isAskerGone", c.answer, a.name AS "answeredBy", c.answered_at AS "answeredAt"
       FROM note_comment c JOIN note n ON n.id = c.note_id JOIN unit u ON u.code = n.unit
       JOIN person p ON p.id = c.author_id
       LEFT JOIN unit pu ON pu.code = p.unit LEFT JOIN regional_office po ON po.code = p.regional_office
       LEFT JOIN person a ON a.id = c.answered_by
       WHERE c.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Those of the note's unit, or of the one into which it merged, who wrote it and still work there; when none does, all of the unit. */
  authors(noteId: string): Promise<{ personId: string; name: string; email: string }[]> {
    return this.database.query(
      `WITH people AS (
         SELECT p.id, p.name, p.email,
           EXISTS (SELECT 1 FROM note_revision r WHERE r.note_id = n.id AND r.changed_by = p.id) AS wrote
         FROM note n JOIN unit u ON u.code = n.unit JOIN person p ON p.unit IN (u.code, u.heir) AND p.suspended_at IS NULL WHERE n.id = $1)
       SELECT id AS "personId", name, email FROM people
       WHERE wrote OR NOT EXISTS (SELECT 1 FROM people w WHERE w.wrote) ORDER BY email`,
      [noteId],
    );
  }
}

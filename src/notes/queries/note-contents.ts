import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CommentKind } from '../domain/comment-kinds.js';

/** A picture of a note, without its bytes. */
export interface NotePicture {
  id: string;
  caption: string;
  /** Pixels. */
  width: number;
  height: number;
  addedAt: Date;
  isCleared: boolean;
}

/** A document of a note, without its bytes. */
export interface NoteFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  addedAt: Date;
}

/** What somebody asked or said about a note. */
export interface NoteComment {
  id: string;
  kind: CommentKind;
  body: string;
  authorId: string;
  authorName: string;
  /** Unit or regional office the author works at; null for administrators. */
  authorPlace: string | null;
  at: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** A unit that says it uses a note. */
export interface NoteUse {
  unit: string;
  unitName: string;
  /** Calendar date `YYYY-MM-DD`. */
  since: string;
}

/** What belongs to a note beside its texts; whoever asks has made sure that it may be read. */
@Injectable()
export class NoteContents {
  constructor(private readonly database: Database) {}

  pictures(noteId: string): Promise<NotePicture[]> {
    return this.database.query(
      `SELECT id, caption, width, height, added_at AS "addedAt", cleared_at IS NOT NULL AS "isCleared"
       FROM note_picture WHERE note_id = $1 ORDER BY added_at, id`,
      [noteId],
    );
  }

  files(noteId: string): Promise<NoteFile[]> {
    return this.database.query(
      `SELECT id, name, media_type AS "mediaType", size, added_at AS "addedAt"
       FROM note_file WHERE note_id = $1 ORDER BY added_at, id`,
      [noteId],
    );
  }

  comments(noteId: string): Promise<NoteComment[]> {
    return this.database.query(
      `SELECT c.id, c.kind, c.body, c.author_id AS "authorId", p.name AS "authorName",
         coalesce(u.name, o.short_name) AS "authorPlace", c.at, c.answer, a.name AS "answeredBy",
         c.answered_at AS "answeredAt"
       FROM note_comment c JOIN person p ON p.id = c.author_id
       LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
       LEFT JOIN person a ON a.id = c.answered_by
       WHERE c.note_id = $1 ORDER BY c.at, c.id`,
      [noteId],
    );
  }

  uses(noteId: string): Promise<NoteUse[]> {
    return this.database.query(
      `SELECT s.unit, u.name AS "unitName", s.since::text AS since
       FROM note_use s JOIN unit u ON u.code = s.unit WHERE s.note_id = $1 ORDER BY s.since, u.name`,
      [noteId],
    );
  }
}

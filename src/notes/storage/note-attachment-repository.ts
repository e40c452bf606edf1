import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

interface Added {
  id: string;
  noteId: string;
  by: string;
  at: Date;
}

export interface NewNotePicture extends Added {
  caption: string;
  picture: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
  isCleared: boolean;
}

export interface NewNoteFile extends Added {
  name: string;
  mediaType: string;
  sha256: string;
  content: Buffer;
}

/** A document with its bytes. */
export interface NoteFileContent {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** Pictures and documents of notes. */
@Injectable()
export class NoteAttachmentRepository {
  constructor(private readonly database: Database) {}

  async addPicture(given: NewNotePicture): Promise<void> {
    await this.database.query(
      `INSERT INTO note_picture (id, note_id, caption, picture, thumbnail, width, height, added_by, added_at,
         cleared_by, cleared_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10 THEN $8::uuid END, CASE WHEN $10 THEN $9::timestamptz END)`,
      [
        given.id,
        given.noteId,
        given.caption,
        given.picture,
        given.thumbnail,
        given.width,
        given.height,
        given.by,
        given.at,
        given.isCleared,
      ],
    );
  }

  async addFile(given: NewNoteFile): Promise<void> {
    await this.database.query(
      `INSERT INTO note_file (id, note_id, name, media_type, size, sha256, content, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        given.id,
        given.noteId,
        given.name,
        given.mediaType,
        given.content.length,
        given.sha256,
        given.content,
        given.by,
        given.at,
      ],
    );
  }

  async pictureContent(
    noteId: string,
    id: string,
    size: 'picture' | 'thumbnail',
  ): Promise<{ content: Buffer; isCleared: boolean } | null> {
    const [row] = await this.database.query<{ content: Buffer; isCleared: boolean }>(
      `SELECT ${size} AS content, cleared_at IS NOT NULL AS "isCleared" FROM note_picture
       WHERE note_id = $1 AND id = $2`,
      [noteId, id],
    );
    return row ?? null;
  }

  async fileContent(noteId: string, id: string): Promise<NoteFileContent | null> {
    const [row] = await this.database.query<NoteFileContent>(
      `SELECT name, media_type AS "mediaType", content FROM note_file WHERE note_id = $1 AND id = $2`,
      [noteId, id],
    );
    return row ?? null;
  }

  /** How many pictures and files a note has. */
  async count(noteId: string): Promise<{ pictures: number; files: number }> {
    const [row] = await this.database.query<{ pictures: number; files: number }>(
      `SELECT (SELECT count(*)::int FROM note_picture WHERE note_id = $1) AS pictures,
         (SELECT count(*)::int FROM note_file WHERE note_id = $1) AS files`,
      [noteId],
    );
    return row ?? { pictures: 0, files: 0 };
  }

  async clear(noteId: string, id: string, by: string, at: Date): Promise<boolean> {
    return this.touched(
      `UPDATE note_picture SET cleared_by = coalesce(cleared_by, $3), cleared_at = coalesce(cleared_at, $4)
       WHERE note_id = $1 AND id = $2 RETURNING id`,
      [noteId, id, by, at],
    );
  }

  async remove(noteId: string, id: string, kind: 'picture' | 'file'): Promise<boolean> {
    const table = kind === 'picture' ? 'note_picture' : 'note_file';
    return this.touched(`DELETE FROM ${table} WHERE note_id = $1 AND id = $2 RETURNING id`, [noteId, id]);
  }

  private async touched(sql: string, parameters: unknown[]): Promise<boolean> {
    const rows = await this.database.query(`WITH touched AS (${sql}) SELECT id FROM touched`, parameters);
    return rows.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { NoteFileEntity, NotePictureEntity } from './note-attachment.entity.js';

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
  size: number;
  sha256: string;
}

/** A document with its bytes, where they were not moved to the store of files yet. */
export type NoteFileContent = Pick<NoteFileEntity, 'name' | 'mediaType' | 'size' | 'sha256' | 'content'>;

/** Pictures and documents of notes. */
@Injectable()
export class NoteAttachmentRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(NotePictureEntity) private readonly pictures: Rows<NotePictureEntity>,
    @InjectRepository(NoteFileEntity) private readonly files: Rows<NoteFileEntity>,
  ) {}

  async addPicture({ by, at, isCleared, ...picture }: NewNotePicture): Promise<void> {
    const cleared = isCleared ? { clearedBy: by, clearedAt: at } : {};
    await this.pictures.insert({ ...picture, addedBy: by, addedAt: at, ...cleared });
  }

  async addFile({ by, at, ...file }: NewNoteFile): Promise<void> {
    await this.files.insert({ ...file, stored: file.sha256, addedBy: by, addedAt: at });
  }

  async pictureContent(
    noteId: string,
    id: string,
    size: 'picture' | 'thumbnail',
  ): Promise<{ content: Buffer; isCleared: boolean } | null> {
    const found = await this.pictures.findOne([size, 'clearedAt'], { noteId, id });
    return found && { content: found[size], isCleared: found.clearedAt !== null };
  }

  fileContent(noteId: string, id: string): Promise<NoteFileContent | null> {
    return this.files.findOne(['name', 'mediaType', 'size', 'sha256', 'content'], { noteId, id });
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
    const rows = await this.database.query(
      `WITH cleared AS (
         UPDATE note_picture SET cleared_by = coalesce(cleared_by, $3), cleared_at = coalesce(cleared_at, $4)
         WHERE note_id = $1 AND id = $2 RETURNING id)
       SELECT id FROM cleared`,
      [noteId, id, by, at],
    );
    return rows.length > 0;
  }

  /** Another picture in place of each, which nobody has vouched for. */
  async replacePictures(
    ids: readonly string[],
    picture: Pick<NotePictureEntity, 'picture' | 'thumbnail' | 'width' | 'height'>,
  ): Promise<void> {
    await this.pictures.update({ id: In(ids) }, { ...picture, clearedBy: null, clearedAt: null });
  }

  async withdrawPictures(ids: readonly string[]): Promise<void> {
    await this.pictures.delete({ id: In(ids) });
  }

  async removePicture(noteId: string, id: string): Promise<boolean> {
    return (await this.pictures.delete({ noteId, id })) > 0;
  }

  /** @returns the digest of the one that there was */
  async removeFile(noteId: string, id: string): Promise<string | null> {
    const file = await this.files.findOne(['sha256'], { noteId, id }, { lock: true });
    await this.files.delete({ noteId, id });
    return file?.sha256 ?? null;
  }
}

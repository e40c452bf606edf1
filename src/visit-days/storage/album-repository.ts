import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { PhotoInNoteEntity, VisitAlbumEntity } from './album.entity.js';

/** How a photo of an album is to stand. */
export interface PlacedPhoto {
  id: string;
  text: string;
  chosen: boolean;
  /** From 1. */
  position: number;
}

/** What an album says of its photos, and which of them notes took over. */
@Injectable()
export class AlbumRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitAlbumEntity) private readonly albums: Rows<VisitAlbumEntity>,
    @InjectRepository(PhotoInNoteEntity) private readonly copies: Rows<PhotoInNoteEntity>,
  ) {}

  /** 0 for an album that nobody has arranged. */
  async versionOf(visitId: string): Promise<number> {
    return (await this.albums.findOne(['version'], { visitId }))?.version ?? 0;
  }

  async raiseVersion(visitId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_album (visit_id, version) VALUES ($1, 1)
       ON CONFLICT (visit_id) DO UPDATE SET version = visit_album.version + 1`,
      [visitId],
    );
  }

  /** Writes several photos in one statement. */
  async place(visitId: string, photos: readonly PlacedPhoto[]): Promise<void> {
    await this.database.query(
      `UPDATE visit_entry e SET text = p.text, chosen = p.chosen, position = p.position
       FROM unnest($2::uuid[], $3::text[], $4::boolean[], $5::integer[]) AS p (id, text, chosen, position)
       WHERE e.id = p.id AND e.visit_id = $1 AND e.kind = 'photo' AND e.removed_at IS NULL`,
      [
        visitId,
        photos.map(({ id }) => id),
        photos.map(({ text }) => text),
        photos.map(({ chosen }) => chosen),
        photos.map(({ position }) => position),
      ],
    );
  }

  /** How many photos a visit has that nobody removed. */
  async countPhotos(visitId: string): Promise<number> {
    const [row] = await this.database.query<{ photos: number }>(
      `SELECT count(*)::integer AS photos FROM visit_entry
       WHERE visit_id = $1 AND kind = 'photo' AND removed_at IS NULL`,
      [visitId],
    );
    return row?.photos ?? 0;
  }

  async noteCopy(entryId: string, pictureId: string): Promise<void> {
    await this.copies.insert({ entryId, pictureId });
  }

  /** Pictures of notes that were taken over from a photo. */
  async copiesOf(entryId: string): Promise<string[]> {
    return (await this.copies.find(['pictureId'], { entryId })).map(({ pictureId }) => pictureId);
  }
}

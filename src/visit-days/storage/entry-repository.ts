import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { VisitEntryEntity } from './visit-entry.entity.js';

/** A photo as it is kept: WebP without metadata, and a small one for lists. */
export interface KeptPhoto {
  photo: Buffer;
  thumbnail: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** Something written down or photographed on the day. */
export type EntryRow = Omit<
  VisitEntryEntity,
  keyof KeptPhoto | 'removedAt' | 'position' | 'chosen' | 'blurs'
>;

@Injectable()
export class EntryRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitEntryEntity) private readonly entries: Rows<VisitEntryEntity>,
  ) {}

  /** @returns whether it was stored; false when an entry of that id has been before */
  async add(row: EntryRow, photo: KeptPhoto | null): Promise<boolean> {
    return (await this.entries.insertMissing({ ...row, ...photo })) > 0;
  }

  /** Whose entry an id is, also of one that was removed. */
  ownerOf(id: string): Promise<{ visitId: string; author: string } | null> {
    return this.entries.findOne(['visitId', 'author'], { id });
  }

  /** The visit of a participant of that id; null when there is none. */
  async visitOfParticipant(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ visitId: string }>(
      'SELECT visit_id AS "visitId" FROM visit_participant WHERE id = $1',
      [id],
    );
    return row?.visitId ?? null;
  }

  /** Waits for others who change the visit: the first of a transaction's locks. */
  async lockVisit(visitId: string): Promise<void> {
    await this.database.query('SELECT id FROM visit WHERE id = $1 FOR UPDATE', [visitId]);
  }

  /** @param head who clears it as head of the host; null for the author's statement alone */
  async clear(id: string, head: { by: string; at: Date } | null): Promise<void> {
    await this.database.query(
      `UPDATE visit_entry SET cleared = true, head_cleared_by = coalesce($2, head_cleared_by),
         head_cleared_at = coalesce($3, head_cleared_at)
       WHERE id = $1 AND removed_at IS NULL`,
      [id, head?.by ?? null, head?.at ?? null],
    );
  }

  /**
   * Puts a blurred photo in place of what was seen when somebody drew on it; it has to be looked at again.
   * @returns whether that was still the photo
   */
  async blur(id: string, blurs: number, photo: KeptPhoto): Promise<boolean> {
    const uncleared = { cleared: false, headClearedBy: null, headClearedAt: null };
    const changed = { ...photo, ...uncleared, blurs: blurs + 1 };
    return (await this.entries.update({ id, blurs, removedAt: IsNull() }, changed)) > 0;
  }

  /** Forgets what the entry says; its id stays. */
  async remove(id: string, at: Date): Promise<void> {
    const forgotten = { text: '', photo: null, thumbnail: null, chosen: false };
    await this.entries.update({ id, removedAt: IsNull() }, { removedAt: at, ...forgotten });
  }
}

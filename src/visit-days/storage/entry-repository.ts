import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DayEntryKind } from '../domain/day-entry.js';

/** A photo as it is kept: WebP without metadata, and a small one for lists. */
export interface KeptPhoto {
  photo: Buffer;
  thumbnail: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** Something written down or photographed on the day. */
export interface EntryRow {
  /** Made by the device, so that what it sends again is stored once. */
  id: string;
  visitId: string;
  author: string;
  authorUnit: string;
  kind: DayEntryKind;
  text: string;
  cleared: boolean;
  headClearedBy: string | null;
  headClearedAt: Date | null;
  enteredAt: Date;
  receivedAt: Date;
}

@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether it was stored; false when an entry of that id has been before */
  async add(row: EntryRow, photo: KeptPhoto | null): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO visit_entry (id, visit_id, author, author_unit, kind, text, photo, thumbnail, width, height, cleared,
         head_cleared_by, head_cleared_at, entered_at, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT ON CONSTRAINT visit_entry_pkey DO NOTHING RETURNING id`,
      [
        row.id,
        row.visitId,
        row.author,
        row.authorUnit,
        row.kind,
        row.text,
        photo?.photo ?? null,
        photo?.thumbnail ?? null,
        photo?.width ?? null,
        photo?.height ?? null,
        row.cleared,
        row.headClearedBy,
        row.headClearedAt,
        row.enteredAt,
        row.receivedAt,
      ],
    );
    return rows.length > 0;
  }

  /** Whose entry an id is, also of one that was removed. */
  async ownerOf(id: string): Promise<{ visitId: string; author: string } | null> {
    const [row] = await this.database.query<{ visitId: string; author: string }>(
      'SELECT visit_id AS "visitId", author FROM visit_entry WHERE id = $1',
      [id],
    );
    return row ?? null;
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

  /** Forgets what the entry says; its id stays. */
  async remove(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE visit_entry SET removed_at = $2, text = '', photo = NULL, thumbnail = NULL
       WHERE id = $1 AND removed_at IS NULL`,
      [id, at],
    );
  }
}

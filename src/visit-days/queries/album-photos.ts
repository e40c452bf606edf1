import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DayEntryKind } from '../domain/day-entry.js';

/** A photo as its album shows it; bytes come on their own. */
export interface AlbumPhoto {
  id: string;
  visitId: string;
  kind: DayEntryKind;
  text: string;
  author: string;
  authorName: string;
  authorUnit: string;
  authorUnitName: string;
  /** Pixels. */
  width: number | null;
  height: number | null;
  cleared: boolean;
  headCleared: boolean;
  /** Of the head who cleared it too; null for none. */
  headName: string | null;
  chosen: boolean;
  /** How often parts of it were blurred. */
  blurs: number;
  /** Of the whole picture, in pixels and bytes; null where none is kept. */
  originalWidth: number | null;
  originalHeight: number | null;
  originalSize: number | null;
  enteredAt: Date;
  /** Arrived after the summary was out. */
  late: boolean;
}

/** The photos of a visit in the order of its album. */
@Injectable()
export class AlbumPhotos {
  constructor(private readonly database: Database) {}

  /** All of them, also those that not everybody may see. */
  ofVisit(visitId: string): Promise<AlbumPhoto[]> {
    return this.database.query<AlbumPhoto>(
      `SELECT e.id, e.visit_id AS "visitId", e.kind, e.text, e.author, a.name AS "authorName",
         e.author_unit AS "authorUnit", u.name AS "authorUnitName", e.width, e.height, e.cleared,
         e.head_cleared_at IS NOT NULL AS "headCleared", h.name AS "headName", e.chosen, e.blurs,
         o.width AS "originalWidth", o.height AS "originalHeight", octet_length(o.content) AS "originalSize",
         e.entered_at AS "enteredAt", e.late
       FROM visit_entry e JOIN person a ON a.id = e.author JOIN unit u ON u.code = e.author_unit
         LEFT JOIN person h ON h.id = e.head_cleared_by LEFT JOIN visit_photo_original o ON o.entry_id = e.id
       WHERE e.visit_id = $1 AND e.kind = 'photo' AND e.removed_at IS NULL
       ORDER BY e.position NULLS LAST, e.entered_at, e.id`,
      [visitId],
    );
  }
}

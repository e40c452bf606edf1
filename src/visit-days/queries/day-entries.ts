import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DayEntryKind } from '../domain/day-entry.js';

/** An entry as readers are shown it; the photo's bytes come on their own. */
export interface DayEntry {
  id: string;
  visitId: string;
  kind: DayEntryKind;
  text: string;
  author: string;
  authorName: string;
  authorUnit: string;
  /** Pixels; null for a note. */
  width: number | null;
  height: number | null;
  cleared: boolean;
  headCleared: boolean;
  enteredAt: Date;
  receivedAt: Date;
  /** Arrived after the summary was out. */
  late: boolean;
  /** Whether the album says that the photo goes on. */
  chosen: boolean;
}

const selection = `e.id, e.visit_id AS "visitId", e.kind, e.text, e.author, a.name AS "authorName",
  e.author_unit AS "authorUnit", e.width, e.height, e.cleared, e.head_cleared_at IS NOT NULL AS "headCleared",
  e.entered_at AS "enteredAt", e.received_at AS "receivedAt", e.late, e.chosen`;
const present =
  'FROM visit_entry e JOIN person a ON a.id = e.author WHERE e.visit_id = $1 AND e.removed_at IS NULL';

/** What was written down and photographed during a visit. */
@Injectable()
export class DayEntries {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  ofVisit(visitId: string): Promise<DayEntry[]> {
    return this.database.query(`SELECT ${selection} ${present} ORDER BY e.entered_at DESC, e.id DESC`, [
      visitId,
    ]);
  }

  async byId(visitId: string, id: string): Promise<DayEntry | null> {
    const [row] = await this.database.query<DayEntry>(`SELECT ${selection} ${present} AND e.id = $2`, [
      visitId,
      id,
    ]);
    return row ?? null;
  }

  /** The bytes of a photo (WebP), or of its small one. */
  async photo(id: string, size: 'photo' | 'thumbnail'): Promise<Buffer | null> {
    const column = size === 'photo' ? 'photo' : 'thumbnail';
    const [row] = await this.database.query<{ content: Buffer | null }>(
      `SELECT ${column} AS content FROM visit_entry WHERE id = $1`,
      [id],
    );
    return row?.content ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  convertPicture,
  type WrittenFormat,
  type WrittenPicture,
} from '../../platform/pictures/convert-picture.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import type { DayEntryKind } from '../domain/day-entry.js';
import { isCleared, type JudgedEntry } from '../domain/photo-clearance.js';
import { OriginalRepository } from '../storage/original-repository.js';
import { DayEntries } from './day-entries.js';

/** A note or photo of the day as people outside of both units may see it. */
export interface OutgoingEntry {
  id: string;
  kind: DayEntryKind;
  /** The note, or what the photo shows: without telephone numbers, mail addresses and NIP. */
  text: string;
  authorName: string;
  /** Pixels; null for a note. */
  width: number | null;
  height: number | null;
  enteredAt: Date;
  /** Arrived after the summary was out. */
  late: boolean;
  /** Whether the album says that the photo goes on. */
  chosen: boolean;
}

/** A photo of the album that goes on into papers and texts of the visit. */
export interface ChosenPhoto {
  id: string;
  /** What is to be seen, without telephone numbers, mail addresses and NIP; may be empty. */
  caption: string;
  authorName: string;
  /** Pixels of the photo as pages show it; their ratio is that of every size. */
  width: number;
  height: number;
  /** The first one. */
  isCover: boolean;
}

type Row = OutgoingEntry & JudgedEntry & { hostUnit: string; hostUnitType: string | null };

/** What of the day may leave a visit: notes, and photos that have every clearance that is needed. */
@Injectable()
export class OutgoingEntries {
  constructor(
    private readonly database: Database,
    private readonly entries: DayEntries,
    private readonly originals: OriginalRepository,
  ) {}

  /**
   * Photos in the order of the album, then what has no place there by when it was entered. Whoever asks has made sure that the
   * visit may be told of.
   */
  async ofVisit(visitId: string): Promise<OutgoingEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT e.id, e.kind, e.text, e.author, a.name AS "authorName", e.author_unit AS "authorUnit", e.width, e.height,
         e.cleared, e.head_cleared_at IS NOT NULL AS "headCleared", e.entered_at AS "enteredAt", e.late, e.chosen,
         v.host_unit AS "hostUnit", h.type AS "hostUnitType"
       FROM visit_entry e JOIN person a ON a.id = e.author JOIN visit v ON v.id = e.visit_id
         JOIN unit h ON h.code = v.host_unit
       WHERE e.visit_id = $1 AND e.removed_at IS NULL ORDER BY e.position NULLS LAST, e.entered_at, e.id`,
      [visitId],
    );
    return rows.filter((row) => isCleared(row, row)).map(outgoing);
  }

  /** Those of some, as far as they stand and may leave. */
  async among(visitId: string, ids: readonly string[]): Promise<OutgoingEntry[]> {
    return ids.length === 0 ? [] : (await this.ofVisit(visitId)).filter(({ id }) => ids.includes(id));
  }

  /** Those of the photos that may leave which the album says go on, in its order: the cover first. */
  async chosenPhotos(visitId: string): Promise<ChosenPhoto[]> {
    const chosen = (await this.ofVisit(visitId)).filter((entry) => entry.chosen);
    return chosen.map(({ id, text, authorName, width, height }, at) => ({
      id,
      caption: text,
      authorName,
      width: width ?? 0,
      height: height ?? 0,
      isCover: at === 0,
    }));
  }

  /**
   * A photo as papers and messages take it, from the largest that is kept; null for one that may not leave.
   * @param longestSide pixels; a smaller photo stays as large as it is
   */
  async written(
    visitId: string,
    id: string,
    wanted: { format: WrittenFormat; longestSide: number },
  ): Promise<WrittenPicture | null> {
    const [photo] = (await this.among(visitId, [id])).filter(({ kind }) => kind === 'photo');
    if (!photo) return null;
    const kept = (await this.originals.of(id))?.content ?? (await this.entries.photo(id, 'photo'));
    return kept && convertPicture(kept, wanted);
  }

  /** Bytes of a photo as WebP; null for one that may not leave. */
  async photo(visitId: string, id: string, size: 'photo' | 'thumbnail'): Promise<Buffer | null> {
    const [photo] = await this.among(visitId, [id]);
    return photo ? this.entries.photo(id, size) : null;
  }
}

const outgoing = ({
  id,
  kind,
  text,
  authorName,
  width,
  height,
  enteredAt,
  late,
  chosen,
}: OutgoingEntry): OutgoingEntry => {
  return { id, kind, text: withoutContacts(text), authorName, width, height, enteredAt, late, chosen };
};

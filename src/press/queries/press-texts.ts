import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PressContent, PressKind } from '../domain/press-kinds.js';
import type { PressState } from '../domain/press-states.js';
import type { CoachPoint, PointWord } from '../domain/coach-points.js';

/** A text as it stands, with the names of those who worked on it. */
export interface PressText extends PressContent {
  id: string;
  organisation: string;
  kind: PressKind;
  state: PressState;
  version: number;
  writtenByName: string;
  writtenAt: Date;
  /** Name of the head who approved it; empty while nobody has. */
  approver: string;
  approvedByName: string | null;
  approvedAt: Date | null;
  readiedByName: string | null;
  readiedAt: Date | null;
}

/** What a text said at some time. */
export interface PressVersion extends PressContent {
  version: number;
  writtenByName: string;
  writtenAt: Date;
}

interface WordRow {
  textId: string;
  point: CoachPoint;
  reason: string;
  byName: string;
  at: Date;
}

/** The most versions that a page compares; older ones stay, and are asked for by their number. */
const MOST_VERSIONS = 30;

/** Press texts of visits. Whoever asks has made sure that they may be seen. */
@Injectable()
export class PressTexts {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<PressText[]> {
    return this.database.query<PressText>(
      `SELECT t.id, t.organisation, t.kind, t.state, t.version, r.title, r.body, r.photos, w.name AS "writtenByName",
         r.written_at AS "writtenAt", t.approver, a.name AS "approvedByName", t.approved_at AS "approvedAt",
         b.name AS "readiedByName", t.readied_at AS "readiedAt"
       FROM press_text t JOIN press_revision r ON r.text_id = t.id AND r.version = t.version
         JOIN person w ON w.id = r.written_by
         LEFT JOIN person a ON a.id = t.approved_by LEFT JOIN person b ON b.id = t.readied_by
       WHERE t.visit_id = $1 ORDER BY t.organisation, t.kind`,
      [visitId],
    );
  }

  /** What people said of the texts of a visit as they stand, by text. */
  async wordsOf(visitId: string): Promise<Map<string, PointWord[]>> {
    const rows = await this.database.query<WordRow>(
      `SELECT p.text_id AS "textId", p.point, p.reason, s.name AS "byName", p.said_at AS at
       FROM press_text t JOIN press_point p ON p.text_id = t.id AND p.version = t.version
         JOIN person s ON s.id = p.said_by
       WHERE t.visit_id = $1 ORDER BY p.said_at, p.point`,
      [visitId],
    );
    const words = new Map<string, PointWord[]>();
    for (const { textId, ...word } of rows) words.set(textId, [...(words.get(textId) ?? []), word]);
    return words;
  }

  /** The latest versions of a text, the newest first. */
  versionsOf(textId: string): Promise<PressVersion[]> {
    return this.database.query<PressVersion>(
      `SELECT r.version, r.title, r.body, r.photos, w.name AS "writtenByName", r.written_at AS "writtenAt"
       FROM press_revision r JOIN person w ON w.id = r.written_by
       WHERE r.text_id = $1 ORDER BY r.version DESC LIMIT ${MOST_VERSIONS}`,
      [textId],
    );
  }
}

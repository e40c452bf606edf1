import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { ErasureGround } from '../domain/erasure.js';

/** An erasure, without any data of whoever was erased. */
export interface ErasureLine {
  id: string;
  askedAt: Date;
  ground: ErasureGround;
  reason: string;
  letterOn: string | null;
  enteredByName: string | null;
  /** Places in visits and on trips. */
  places: number;
  passed: number;
  changed: number;
  doneAt: Date | null;
}

/** A file of a visit of somebody who was erased, into which no search looks. */
export interface UnsearchedFile {
  visitId: string;
  reference: string;
  fileId: string;
  name: string;
}

/** The erasures, the newest first, and what they leave to people. */
@Injectable()
export class ListErasures {
  constructor(private readonly database: Database) {}

  async execute({
    cursor,
    limit,
  }: {
    cursor?: string | undefined;
    limit: number;
  }): Promise<Page<ErasureLine>> {
    const where = new Conditions();
    if (cursor !== undefined) {
      const [askedAt, id] = decodeCursor(cursor, ['instant', 'uuid']);
      where.add((at, last) => `(e.asked_at, e.id) < (${at}::timestamptz, ${last}::uuid)`, askedAt, id);
    }
    const rows = await this.database.query<ErasureLine>(
      `SELECT e.id, e.asked_at AS "askedAt", e.ground, e.reason, e.letter_on::text AS "letterOn", p.name AS "enteredByName",
         cardinality(e.participants) + cardinality(e.members) AS places, cardinality(e.done_tables) AS passed, e.changed,
         e.done_at AS "doneAt"
       FROM erasure e LEFT JOIN person p ON p.id = e.entered_by
       WHERE ${where.sql} ORDER BY e.asked_at DESC, e.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.askedAt.toISOString(), row.id],
    );
  }

  /** Files of the visits that somebody was in, some of them: whoever may look decides. */
  filesOf(erasureId: string, limit: number): Promise<UnsearchedFile[]> {
    return this.database.query<UnsearchedFile>(
      `SELECT v.id AS "visitId", v.reference, f.id AS "fileId", f.name
       FROM visit_file f JOIN visit v ON v.id = f.visit_id
       WHERE f.visit_id IN (SELECT p.visit_id FROM visit_participant p
         WHERE p.id IN (SELECT unnest(e.participants) FROM erasure e WHERE e.id = $1))
       ORDER BY f.added_at DESC, f.id LIMIT $2`,
      [erasureId, limit],
    );
  }
}

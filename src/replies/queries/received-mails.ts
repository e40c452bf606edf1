import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Outcome } from '../domain/outcome.js';

/** A mail that came, without its text. */
export interface ReceivedLine {
  id: string;
  position: string;
  sender: string;
  subject: string;
  outcome: Outcome;
  visit: string | null;
  receivedAt: Date;
  /** Whether it is kept as it came, too. */
  isKept: boolean;
}

/** Mails that came, newest first. */
@Injectable()
export class ReceivedMails {
  constructor(private readonly database: Database) {}

  /** @throws RequestError `bad-cursor` */
  async execute(limit: number, cursor: string | undefined): Promise<Page<ReceivedLine>> {
    const where = new Conditions();
    if (cursor !== undefined) {
      const [position] = decodeCursor(cursor, ['integer']);
      where.add((last) => `position < ${last}`, position);
    }
    const rows = await this.database.query<ReceivedLine>(
      `SELECT id, position, sender, subject, outcome, visit_id AS visit, received_at AS "receivedAt",
         source IS NOT NULL AS "isKept"
       FROM received_mail WHERE ${where.sql} ORDER BY position DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ position }) => [Number(position)],
    );
  }

  /** How often invitations of a visit were sent again since. */
  async refreshesOf(visitId: string, since: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM received_mail
       WHERE visit_id = $1 AND outcome = 'refresh' AND received_at > $2`,
      [visitId, since],
    );
    return row?.count ?? 0;
  }

  /** The mail as it came; null when there is none, or it is so old that it was dropped. */
  async source(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ source: Buffer | null }>(
      'SELECT source FROM received_mail WHERE id = $1',
      [id],
    );
    return row?.source ?? null;
  }
}

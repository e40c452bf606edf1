import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { MailState } from '../../platform/mail/mail-states.js';
import {
  mailColumns,
  mailTables,
  mailFor,
  visibleMails,
  type MailLine,
  type MailRow,
} from './mail-selection.js';

export interface MailFilter {
  state?: MailState | undefined;
  /** A visit's id. */
  visit?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The mails somebody may see, newest first, in one statement a page. */
@Injectable()
export class ListMails {
  constructor(private readonly database: Database) {}

  /** @throws RequestError `bad-cursor` */
  async execute(actor: Actor, { state, visit, limit, cursor }: MailFilter): Promise<Page<MailLine>> {
    const where = new Conditions();
    where.addIf((p) => `m.state = ${p}`, state);
    where.addIf((p) => `m.stream = ${p}`, visit?.toLowerCase());
    if (cursor !== undefined) where.add((last) => `m.position < ${last}::bigint`, positionIn(cursor));
    visibleMails(actor, where);
    const rows = await this.database.query<MailRow>(
      `SELECT ${mailColumns} FROM ${mailTables}
       WHERE ${where.sql} ORDER BY m.position DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => mailFor(actor, row),
      ({ position }) => [position],
    );
  }
}

/** PostgreSQL's bigint has at most 19 digits; 18 always fit. */
function positionIn(cursor: string): string {
  const [position] = decodeCursor(cursor, ['string']);
  if (!/^\d{1,18}$/.test(position)) throw new RequestError('bad-cursor');
  return position;
}

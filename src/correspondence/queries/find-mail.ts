import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import { mayShowBody, withoutAnswerSecrets } from '../domain/mail-secrecy.js';
import {
  mailColumns,
  mailTables,
  mailFor,
  visibleMails,
  type MailLine,
  type MailRow,
} from './mail-selection.js';

/** What a mail says. */
export interface MailBody {
  text: string;
  html: string;
  calendar: string | null;
}

interface BodyRow extends MailBody {
  bodyDroppedAt: Date | null;
  reference: string | null;
}

/** A mail; its body is null when it is the addressee's alone. */
export interface MailFacts extends MailLine {
  body: MailBody | null;
  /** Reference of the request or job that it comes from, as the log names it; for administrators. */
  reference: string | null;
  /** Months after which it lost its text and files; null while it has them. */
  droppedAfter: number | null;
}

/** One mail somebody may see. */
@Injectable()
export class FindMail {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
  ) {}

  /** @throws RequestError `not-found`, also to those who may not see it */
  async execute(actor: Actor, id: string): Promise<MailFacts> {
    const where = new Conditions();
    where.add((p) => `m.id = ${p}`, id);
    visibleMails(actor, where);
    const [row] = await this.database.query<MailRow & BodyRow>(
      `SELECT ${mailColumns}, m.body_text AS text, m.body_html AS html, m.calendar_content AS calendar, m.reference,
         m.body_dropped_at AS "bodyDroppedAt"
       FROM ${mailTables} WHERE ${where.sql}`,
      where.parameters,
    );
    const { text, html, calendar, reference: cause, bodyDroppedAt, ...rest } = mailFor(actor, found(row));
    const droppedAfter = bodyDroppedAt && monthsBetween(rest.createdAt, bodyDroppedAt);
    const line = { ...rest, droppedAfter };
    const isOverseer = can(actor, 'mails.oversee');
    const reference = isOverseer ? cause : null;
    const shown = (body: string): string => (line.isContactHidden ? withoutContacts(body) : body);
    // Unfolded (RFC 5545 3.1), so that no address is cut in two.
    const shownCalendar = (body: string): string =>
      line.isContactHidden ? shown(body.replace(/\r\n[ \t]/g, '')) : body;
    const leavesTheHouse = this.environment.SMTP_URL !== undefined;
    if (droppedAfter !== null || !mayShowBody(line.visit, leavesTheHouse))
      return { ...line, reference, body: null };
    if (isOverseer && !leavesTheHouse) return { ...line, reference, body: { text, html, calendar } };
    return {
      ...line,
      reference,
      body: {
        text: shown(withoutAnswerSecrets(text)),
        html: shown(withoutAnswerSecrets(html)),
        calendar: calendar === null ? null : shownCalendar(withoutAnswerSecrets(calendar)),
      },
    };
  }
}

/** Days of a month, taken over 400 years. */
const MONTH_DAYS = 30.436875;

/** Whole months from one instant to a later one, rounded. */
const monthsBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / (MONTH_DAYS * 86_400_000));

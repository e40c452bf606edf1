import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Mailbox, OwnMail } from '../domain/proof.js';
import { aliasesOf } from './known-senders-sql.js';

/** A participant of the visit that a stream of mails is about. */
export interface Correspondent extends Mailbox {
  participantId: string;
}

/** Mails that we sent, and whom they were about. */
@Injectable()
export class OwnMails {
  constructor(private readonly database: Database) {}

  async byMessageId(messageId: string): Promise<OwnMail | null> {
    const [row] = await this.database.query<OwnMail>(
      'SELECT stream, lower(recipient_email) AS recipient FROM mail WHERE message_id = $1',
      [messageId],
    );
    return row ?? null;
  }

  /** Whether a mail of the stream went to one of these addresses, which are in lower case. */
  async isWrittenTo(stream: string, emails: readonly string[]): Promise<boolean> {
    const [row] = await this.database.query<{ is_written_to: boolean }>(
      `SELECT EXISTS (SELECT FROM mail WHERE stream = $1 AND lower(recipient_email) = ANY ($2)) AS is_written_to`,
      [stream, emails],
    );
    return row?.is_written_to ?? false;
  }

  /** The visit of a stream; null for any other. */
  async visitOf(stream: string | null): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM visit WHERE id::text = $1', [
      stream,
    ]);
    return row?.id ?? null;
  }

  /** Participants of the visits of these streams, each by the address of its stream. */
  participants(owners: readonly { stream: string; email: string }[]): Promise<Correspondent[]> {
    return this.database.query(
      `SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email, ${aliasesOf} AS aliases
       FROM unnest($1::text[], $2::text[]) AS owner (stream, email)
       JOIN visit_participant p ON p.visit_id::text = owner.stream AND p.email = owner.email
       JOIN visit v ON v.id = p.visit_id ORDER BY p.created_at, p.id`,
      [owners.map(({ stream }) => stream), owners.map(({ email }) => email)],
    );
  }

  /** Participants of visits that one of these mails to them was about. */
  answeredBy(messageIds: readonly string[]): Promise<Correspondent[]> {
    return this.database.query(
      `SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email, ${aliasesOf} AS aliases
       FROM mail m JOIN visit_participant p ON p.visit_id::text = m.stream AND p.email = lower(m.recipient_email)
       JOIN visit v ON v.id = p.visit_id
       WHERE m.message_id = ANY($1) GROUP BY p.id, v.id ORDER BY p.created_at, p.id`,
      [messageIds],
    );
  }
}

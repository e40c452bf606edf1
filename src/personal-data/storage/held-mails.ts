import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface HeldSource {
  id: string;
  position: string;
  source: Buffer;
}

/** Mails that went and came, as far as words alone do not show what is in them. */
@Injectable()
export class HeldMails {
  constructor(private readonly database: Database) {}

  /** What waits for somebody does not leave. */
  async withhold(addresses: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'suppressed' WHERE state = 'queued' AND lower(recipient_email) = ANY ($1::text[])`,
      [addresses],
    );
  }

  /** Files of mails to somebody, and of those that name them. @returns how many went */
  async dropFiles(addresses: readonly string[], pattern: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `WITH gone AS (
         DELETE FROM mail_attachment WHERE mail_id IN (
           SELECT m.id FROM mail m WHERE m.recipient_email = ANY ($1::text[]) OR m.body_text ~* $2 OR m.body_html ~* $2
             OR m.calendar_content ~* $2 OR m.subject ~* $2) RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [addresses, pattern],
    );
    return row?.count ?? 0;
  }

  /** Mails that came in whose source is there, in the order in which they came. */
  sources(after: string, limit: number): Promise<HeldSource[]> {
    return this.database.query<HeldSource>(
      `SELECT id, position, source FROM received_mail
       WHERE source IS NOT NULL AND position > $1::bigint ORDER BY position LIMIT $2`,
      [after, limit],
    );
  }

  async dropSources(ids: readonly string[]): Promise<void> {
    await this.database.query(`UPDATE received_mail SET source = NULL WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Words of a name that no note has any more are no words that a misspelt one may have meant. */
  async forgetWords(words: readonly string[]): Promise<void> {
    await this.database.query(
      `DELETE FROM search_word s WHERE s.word = ANY ($1::text[]) AND NOT EXISTS (
         SELECT FROM note n JOIN unit u ON u.code = n.unit
         WHERE s.word = ANY (regexp_split_to_array(lower(concat_ws(' ', n.title, array_to_string(n.topics, ' '), n.context,
           n.what_was_done, n.result, n.how_to_copy, n.resources, n.pitfalls, u.name, u.place)), '[^[:alpha:]]+')))`,
      [words],
    );
  }
}

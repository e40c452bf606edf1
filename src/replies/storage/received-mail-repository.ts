import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Outcome } from '../domain/outcome.js';

/** A mail that came, with what was made of it. */
export interface ReceivedMail {
  id: string;
  /** SHA-256 of the source. */
  digest: string;
  sender: string;
  subject: string;
  source: Buffer;
  outcome: Outcome;
  visitId: string | null;
  receivedAt: Date;
}

@Injectable()
export class ReceivedMailRepository {
  constructor(private readonly database: Database) {}

  /** Waits for whoever stores the same mail right now. @returns false when it was there before */
  async add(mail: ReceivedMail): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO received_mail (id, digest, sender, subject, source, outcome, visit_id, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT received_mail_digest_key DO NOTHING RETURNING id`,
      [
        mail.id,
        mail.digest,
        mail.sender,
        mail.subject,
        mail.source,
        mail.outcome,
        mail.visitId,
        mail.receivedAt,
      ],
    );
    return rows.length > 0;
  }

  async conclude(id: string, outcome: Outcome, visitId: string | null): Promise<void> {
    await this.database.query(`UPDATE received_mail SET outcome = $2, visit_id = $3 WHERE id = $1`, [
      id,
      outcome,
      visitId,
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Links by which participants answer without an account; of the secret only a hash is stored. */
@Injectable()
export class AnswerLinkRepository {
  constructor(private readonly database: Database) {}

  /** Stores nothing when nobody with that address takes part. */
  async add(tokenHash: string, visitId: string, email: string, createdAt: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO answer_link (token_hash, participant_id, created_at)
       SELECT $1, p.id, $4 FROM visit_participant p WHERE p.visit_id = $2 AND p.email = $3`,
      [tokenHash, visitId, email, createdAt],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../../visits/domain/index.js';
import type { Feedback } from '../domain/feedback-form.js';

/** Who was asked for feedback, by which links, what was said, and of which visits the results were told. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  /** @returns false for somebody who was asked before, or whose visit did not take place */
  async ask(participantId: string, askedAt: Date, expiresAt: Date): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO feedback_request (participant_id, asked_at, expires_at)
       SELECT p.id, $2, $3 FROM visit_participant p JOIN visit v ON v.id = p.visit_id
       WHERE p.id = $1 AND v.state = ANY ($4)
       ON CONFLICT DO NOTHING RETURNING participant_id`,
      [participantId, askedAt, expiresAt, statesWith('tookPlace')],
    );
    return rows.length > 0;
  }

  /** @returns false for somebody who was reminded before, or has answered in between */
  async remind(participantId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH reminded AS (
         UPDATE feedback_request r SET reminded_at = $2
         WHERE r.participant_id = $1 AND r.reminded_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.participant_id = r.participant_id)
         RETURNING r.participant_id)
       SELECT participant_id FROM reminded`,
      [participantId, at],
    );
    return rows.length > 0;
  }

  /** Of the link's secret only a hash is stored. */
  async addLink(tokenHash: string, participantId: string, createdAt: Date): Promise<void> {
    await this.database.query(
      'INSERT INTO feedback_link (token_hash, participant_id, created_at) VALUES ($1, $2, $3)',
      [tokenHash, participantId, createdAt],
    );
  }

  async save(participantId: string, given: Feedback, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO feedback (participant_id, usefulness, welcome, to_copy, to_improve, may_name, given_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
       ON CONFLICT (participant_id) DO UPDATE SET usefulness = excluded.usefulness, welcome = excluded.welcome,
         to_copy = excluded.to_copy, to_improve = excluded.to_improve, may_name = excluded.may_name,
         changed_at = excluded.changed_at`,
      [participantId, given.usefulness, given.welcome, given.toCopy, given.toImprove, given.mayName, at],
    );
  }

  async remove(participantId: string): Promise<void> {
    await this.database.query('DELETE FROM feedback WHERE participant_id = $1', [participantId]);
  }

  /** @returns false when the results were told before */
  async tell(visitId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO feedback_result (visit_id, told_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING visit_id`,
      [visitId, at],
    );
    return rows.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../../visits/domain/index.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Feedback } from '../domain/feedback-form.js';
import { FeedbackEntity, FeedbackResultEntity } from './feedback.entity.js';

/** Who was asked for feedback, what was said, and of which visits the results were told. */
@Injectable()
export class FeedbackRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(FeedbackEntity) private readonly feedback: Rows<FeedbackEntity>,
    @InjectRepository(FeedbackResultEntity) private readonly results: Rows<FeedbackResultEntity>,
  ) {}

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

  async save(visitId: string, participantId: string, given: Feedback, at: Date): Promise<void> {
    await this.results.insertMissing({ visitId, toldAt: null });
    const { usefulness, welcome, toCopy, toImprove, mayName } = given;
    const said = { participantId, usefulness, welcome, toCopy, toImprove, mayName };
    await this.feedback.put(
      { key: ['participantId'], keep: ['givenAt'] },
      { ...said, givenAt: at, changedAt: at },
    );
  }

  async remove(participantId: string): Promise<void> {
    await this.feedback.delete({ participantId });
  }

  /** @returns false when the results were told before */
  async tell(visitId: string, at: Date): Promise<boolean> {
    return (await this.results.update({ visitId, toldAt: IsNull() }, { toldAt: at })) > 0;
  }
}

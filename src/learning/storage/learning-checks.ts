import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { LearningStand } from '../domain/learning-check.js';
import { LearningCheckEntity } from './learning-check.entity.js';

/** Who was asked, and what was answered. */
@Injectable()
export class LearningChecks {
  constructor(
    private readonly database: Database,
    @InjectRepository(LearningCheckEntity) private readonly checks: Rows<LearningCheckEntity>,
  ) {}

  /** @returns false where it was asked before */
  async ask(check: Omit<LearningCheckEntity, 'answer' | 'words' | 'answeredAt'>): Promise<boolean> {
    const row = { ...check, answer: null, words: '', answeredAt: null };
    return (await this.checks.insertMissing(row)) > 0;
  }

  /** @returns false when the link's time is over */
  async answer(
    tokenHash: string,
    { answer, words }: { answer: LearningStand; words: string },
    now: Date,
  ): Promise<boolean> {
    const rows = await this.database.query<{ day: number }>(
      `WITH answered AS (
         UPDATE learning_check SET answer = $2, words = $3, answered_at = $4
         WHERE token_hash = $1 AND expires_at > $4 RETURNING day)
       SELECT day FROM answered`,
      [tokenHash, answer, words, now],
    );
    return rows.length > 0;
  }
}

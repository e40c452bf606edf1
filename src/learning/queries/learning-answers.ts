import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CheckDay, LearningStand } from '../domain/learning-check.js';

/** What was asked some days after a visit, and answered. */
export interface LearningAnswerLine {
  day: CheckDay;
  name: string;
  askedAt: Date;
  answer: LearningStand | null;
  words: string;
  answeredAt: Date | null;
}

/** What came of the learning questions of a visit; whoever asks has made sure that it may be seen. */
@Injectable()
export class LearningAnswers {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<LearningAnswerLine[]> {
    return this.database.query(
      `SELECT c.day /* one of: the days of its check */, p.name, c.asked_at AS "askedAt", c.answer, c.words,
         c.answered_at AS "answeredAt"
       FROM learning_check c JOIN visit_participant p ON p.id = c.participant_id
       WHERE c.visit_id = $1 ORDER BY c.day`,
      [visitId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { nameOnVisit } from '../../units/index.js';
import { learningQuestions } from '../../visits/index.js';
import type { CheckDay, LearningStand } from '../domain/learning-check.js';
import type { LearnedVisit } from '../domain/learning-mail.js';

/** What somebody with a link sees: the visit, and what was answered so far. */
export interface LearningForm extends LearnedVisit {
  visitId: string;
  name: string;
  day: CheckDay;
  expiresAt: Date;
  answer: LearningStand | null;
  words: string;
}

@Injectable()
export class FindLearningForm {
  constructor(private readonly database: Database) {}

  async byTokenHash(tokenHash: string): Promise<LearningForm | null> {
    const [row] = await this.database.query<LearningForm>(
      `SELECT v.id AS "visitId", v.reference, v.title, ${learningQuestions} AS "learningQuestions",
         ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", p.name,
         c.day /* one of: the days of its check */, c.expires_at AS "expiresAt", c.answer, c.words
       FROM learning_check c JOIN visit_participant p ON p.id = c.participant_id JOIN visit v ON v.id = c.visit_id
         JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE c.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }
}

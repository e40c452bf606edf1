import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { SessionQuestionEntity } from './session-question.entity.js';

/** At which session each learning question comes up. */
@Injectable()
export class SessionQuestions {
  constructor(@InjectRepository(SessionQuestionEntity) private readonly rows: Rows<SessionQuestionEntity>) {}

  /** Ids of sessions by those of the given questions; a session can be gone by now. */
  async of(questionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.rows.find(['questionId', 'sessionId'], { questionId: In([...questionIds]) });
    return new Map(rows.map(({ questionId, sessionId }) => [questionId, sessionId]));
  }

  /** @param sessions of the given questions; one without any is anywhere */
  async replace(questionIds: readonly string[], sessions: ReadonlyMap<string, string>): Promise<void> {
    await this.rows.delete({ questionId: In([...questionIds]) });
    await this.rows.insert(...[...sessions].map(([questionId, sessionId]) => ({ questionId, sessionId })));
  }
}

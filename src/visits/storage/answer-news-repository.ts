import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { newId } from '../../platform/text/tokens.js';
import type { AnswerNews } from '../domain/answer-digest.js';
import { AnswerNewsEntity } from './answer-news.entity.js';

/** What participants said and the officers of their side were not mailed yet. */
@Injectable()
export class AnswerNewsRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(AnswerNewsEntity) private readonly news: Rows<AnswerNewsEntity>,
  ) {}

  add(news: Omit<AnswerNewsEntity, 'id'>): Promise<void> {
    return this.news.insert({ ...news, id: newId() });
  }

  /** Takes away what is new of a visit, oldest first: of two who tell it at once, one gets each. */
  take(visitId: string): Promise<AnswerNews[]> {
    return this.database.query<AnswerNews>(
      `WITH taken AS (
         DELETE FROM answer_news n USING visit_participant p
         WHERE p.id = n.participant_id AND p.visit_id = $1
         RETURNING n.id, n.answer, n.words, n.came_at, p.id AS participant, p.name, p.side, p.brought_by, p.role)
       SELECT id, participant, name, side, brought_by AS "broughtBy", role, answer, words, came_at AS "cameAt" FROM taken ORDER BY came_at, id`,
      [visitId],
    );
  }
}

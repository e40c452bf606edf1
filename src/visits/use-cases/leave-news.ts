import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { AnswerNewsEntity } from '../storage/answer-news.entity.js';
import { AnswerNewsRepository } from '../storage/answer-news-repository.js';

/** Leaves what a participant said for the officers of that side, who are mailed it together unless it is urgent. */
@Injectable()
export class LeaveNews {
  constructor(
    private readonly database: Database,
    private readonly news: AnswerNewsRepository,
    private readonly announcer: Announcer,
  ) {}

  async execute(visitId: string, news: Omit<AnswerNewsEntity, 'id'>): Promise<void> {
    await this.database.sendAlong(() => this.news.add(news));
    await this.announcer.announce('visit.participant-heard', { visitId });
  }
}

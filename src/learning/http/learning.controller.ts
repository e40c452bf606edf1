import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { ReadVisit } from '../../visits/index.js';
import { LearningAnswers } from '../queries/learning-answers.js';
import type { LearningCheckList } from './learning.view.js';

@ApiTags('learning')
@Controller('api/visits/:id/learning-checks')
@Allow(signedIn)
export class LearningController {
  constructor(
    private readonly visits: ReadVisit,
    private readonly answers: LearningAnswers,
  ) {}

  /** What is done of what was learned, asked 30, 60 and 90 days after the visit. */
  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<LearningCheckList> {
    const { visit } = await this.visits.execute(actor, id);
    const lines = await this.answers.ofVisit(id);
    return {
      items: lines.map(({ day, name, askedAt, answer, words, answeredAt }) => ({
        day,
        name,
        askedAt: toOffsetIso(askedAt, visit.timeZone),
        answer,
        words,
        answeredAt: answeredAt && toOffsetIso(answeredAt, visit.timeZone),
      })),
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Card } from '../../platform/pages/card.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { formatDate } from '../../platform/text/dates.js';
import { hasTrait } from '../../visits/index.js';
import { standWords } from '../domain/learning-check.js';
import { LearningAnswers } from '../queries/learning-answers.js';

/** Shows on the page of a visit what is done of what was learned there. */
@Injectable()
export class LearningSection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly answers: LearningAnswers,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 33, async ({ visitId, state, timeZone, asksToLearn }) => {
      if (!asksToLearn || !hasTrait(state, 'tookPlace')) return null;
      const lines = await this.answers.ofVisit(visitId);
      if (lines.length === 0) return null;
      return (
        <Card title="Apa yang diterapkan dari kunjungan ini">
          <ul class="list-group list-group-flush">
            {lines.map(({ day, name, askedAt, answer, words, answeredAt }) => (
              <li class="list-group-item" key={day}>
                <div class="fw-medium">
                  Sesudah {day} hari: {answer ? standWords[answer] : 'belum dijawab'}
                </div>
                {words && (
                  <div>
                    <PlainText text={words} />
                  </div>
                )}
                <div class="text-secondary">
                  {answeredAt
                    ? `${name}, ${formatDate(answeredAt, timeZone)}`
                    : `Ditanyakan kepada ${name}, ${formatDate(askedAt, timeZone)}`}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      );
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { hasTrait } from '../../visits/index.js';
import { HostRatings } from '../queries/host-ratings.js';
import { ReadFeedback } from '../use-cases/read-feedback.js';
import { FeedbackSection, RatingCard } from './feedback-section.js';

/** Shows what participants said on the page of a visit, and what guests think of a host on the page of a unit. */
@Injectable()
export class FeedbackSections implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly parts: PageParts,
    private readonly feedback: ReadFeedback,
    private readonly ratings: HostRatings,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 35, async ({ actor, visitId, state }) => {
      if (!hasTrait(state, 'tookPlace')) return null;
      const readable = await this.feedback.ifAllowed(actor, visitId);
      if (!readable || readable.results.asked === 0) return null;
      return <FeedbackSection readable={readable} now={this.clock.now()} />;
    });
    this.parts.register('unit', 15, async ({ unit }) => {
      const rating = (await this.ratings.of([unit.code])).get(unit.code);
      return rating ? <RatingCard {...rating} /> : null;
    });
  }
}

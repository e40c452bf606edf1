import { Instant, listOf, OneOf, Whole } from '../../platform/http/view-fields.js';
import { learningStands } from '../domain/learning-check.js';

/** What the guest's leader said of what was learned, some days after the visit. */
class LearningCheckView {
  /** After the visit: 30, 60 or 90. */
  @Whole()
  day: number;

  name: string;

  @Instant()
  askedAt: string;

  /** Null while nobody answered. */
  @OneOf('LearningStand', learningStands)
  answer: string | null;

  words: string;

  @Instant()
  answeredAt: string | null;
}

export class LearningCheckList extends listOf(LearningCheckView) {}

import { FeedbackReleaseEntity, FeedbackWelcomeReleaseEntity } from './feedback-release.entity.js';
import {
  FeedbackEntity,
  FeedbackLinkEntity,
  FeedbackRequestEntity,
  FeedbackResultEntity,
} from './feedback.entity.js';

/** The tables of this feature. */
export const feedbackEntities = [
  FeedbackEntity,
  FeedbackLinkEntity,
  FeedbackReleaseEntity,
  FeedbackRequestEntity,
  FeedbackResultEntity,
  FeedbackWelcomeReleaseEntity,
];

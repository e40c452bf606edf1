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
  FeedbackRequestEntity,
  FeedbackResultEntity,
];

export { FeedbackModule } from './feedback.module.js';
export { FeedbackForms, type FeedbackStanding } from './use-cases/feedback-forms.js';
export { HostRatings } from './queries/host-ratings.js';
export { GiveFeedback } from './use-cases/give-feedback.js';
export { feedbackPersonal } from './storage/personal-columns.js';

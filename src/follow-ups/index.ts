export { FollowUpsModule } from './follow-ups.module.js';
export { followUpStatesWith } from './domain/follow-up-states.js';
export { FollowUpFacts } from './queries/follow-up-facts.js';
export { ConfirmReplication } from './use-cases/confirm-replication.js';
export { WriteFollowUp, type NewFollowUp } from './use-cases/write-follow-up.js';

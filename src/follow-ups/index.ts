export { FollowUpsModule } from './follow-ups.module.js';
export { followUpStateNames } from './domain/follow-up-state-names.js';
export { followUpStatesWith } from './domain/follow-up-states.js';
export { FollowUpFacts, type FollowUpFact } from './queries/follow-up-facts.js';
export { ConfirmReplication } from './use-cases/confirm-replication.js';
export { MoveFollowUps } from './use-cases/move-follow-ups.js';
export { WriteFollowUp, type NewFollowUp } from './use-cases/write-follow-up.js';
export { followUpsPersonal } from './storage/personal-columns.js';

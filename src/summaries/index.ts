export { SummariesModule } from './summaries.module.js';
export { PublishSummary } from './use-cases/publish-summary.js';
export { SaveSummary } from './use-cases/save-summary.js';
export { summaryDeadline } from './domain/due-summary.js';

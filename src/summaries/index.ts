export { SummariesModule } from './summaries.module.js';
export { PublishSummary } from './use-cases/publish-summary.js';
export { SaveSummary } from './use-cases/save-summary.js';

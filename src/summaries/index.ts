export { SummariesModule } from './summaries.module.js';
export { blankFacts, blankTexts, nobodyAttended } from './domain/summary.js';
export type { SummaryContent, SummaryTexts, ToldContent } from './domain/summary.js';
export { PublishedSummary } from './queries/published-summary.js';
export { PublishSummary } from './use-cases/publish-summary.js';
export { KeepRecordedSummary } from './use-cases/keep-recorded-summary.js';
export { SaveSummary } from './use-cases/save-summary.js';
export { lateBefore, summaryDeadline } from './domain/due-summary.js';
export type { SummaryAddresses } from './use-cases/told-summary.js';

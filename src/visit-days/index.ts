export { VisitDaysModule } from './visit-days.module.js';
export { ReadEntries } from './use-cases/read-entries.js';

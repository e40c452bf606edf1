export { RecordsModule } from './records.module.js';
export { RecordWholeVisit } from './use-cases/record-whole-visit.js';

export { ResultsModule } from './results.module.js';
export { amountWords, measureCodes, addsUp, priceWords, type Measure } from './domain/measures.js';
export { ReadResults } from './use-cases/read-results.js';
export { resultsPersonal } from './storage/personal-columns.js';

export { SeriesModule } from './series.module.js';
export { ordinalsOf, type Recurrence } from './domain/recurrence.js';
export { recurrenceWords } from './domain/series-words.js';
export { CreateSeries, type NewSeries } from './use-cases/create-series.js';
export { LONGEST_NOTICE, PlanSeries, type PlannedSeries } from './use-cases/plan-series.js';
export { ReadSeries } from './use-cases/read-series.js';
export { StepSeries } from './use-cases/step-series.js';
export { seriesPersonal } from './storage/personal-columns.js';

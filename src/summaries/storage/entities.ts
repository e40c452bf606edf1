import { SummaryEntity, SummaryEntryEntity, SummaryRevisionEntity } from './summary.entity.js';

/** The tables of this feature. */
export const summariesEntities = [SummaryEntity, SummaryEntryEntity, SummaryRevisionEntity];

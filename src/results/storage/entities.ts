import { CountableResultEntity, UmkmProductEntity } from './result.entity.js';

/** The tables of this feature. */
export const resultsEntities = [CountableResultEntity, UmkmProductEntity];

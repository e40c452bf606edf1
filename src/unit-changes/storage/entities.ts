import { UnitChangeEntity } from './unit-change.entity.js';

/** The tables of this feature. */
export const unitChangesEntities = [UnitChangeEntity];

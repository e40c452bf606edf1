import { RetentionRunEntity } from './retention-run.entity.js';

/** Tables of this feature. */
export const operationsEntities = [RetentionRunEntity];

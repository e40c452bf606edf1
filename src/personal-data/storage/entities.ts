import { ErasureEntity } from './erasure.entity.js';

/** Tables of this feature. */
export const personalDataEntities = [ErasureEntity];

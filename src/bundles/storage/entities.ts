import { BundleEntity, BundlePartEntity } from './bundle.entity.js';

/** The tables of this feature. */
export const bundlesEntities = [BundleEntity, BundlePartEntity];

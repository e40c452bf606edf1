import { ErasureEntity } from './erasure.entity.js';
import { ExportRecordEntity } from './export-record.entity.js';

/** Tables of this feature. */
export const personalDataEntities = [ErasureEntity, ExportRecordEntity];

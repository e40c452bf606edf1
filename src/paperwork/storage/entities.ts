import { EmblemEntity, OfficePaperEntity, SignerEntity } from './office-paper.entity.js';

/** The tables of this feature. */
export const paperworkEntities = [EmblemEntity, OfficePaperEntity, SignerEntity];

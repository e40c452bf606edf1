import { ImportedContentEntity, ImportEntity, ImportRowEntity } from './import.entity.js';

/** The tables of this feature. */
export const importsEntities = [ImportedContentEntity, ImportEntity, ImportRowEntity];

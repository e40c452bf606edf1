import { LearningCheckEntity } from './learning-check.entity.js';

/** The tables of this feature. */
export const learningEntities = [LearningCheckEntity];

export { LearningModule } from './learning.module.js';
export { learningPersonal } from './storage/personal-columns.js';

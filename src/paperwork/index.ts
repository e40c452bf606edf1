export { PaperworkModule } from './paperwork.module.js';
export { letterKinds, type LetterKind } from './domain/letter-kinds.js';
export { paperFormats } from './use-cases/take-paper.js';

export { PaperworkModule } from './paperwork.module.js';
export { mayTakePaper } from './domain/letter-policies.js';
export { letterKindWords } from './domain/letter-kinds.js';
export { ReadLetters, type ReadableLetter } from './use-cases/read-letters.js';
export { TakePaper } from './use-cases/take-paper.js';
export type { LetterPlace } from './storage/letter-repository.js';

export { PaperworkModule } from './paperwork.module.js';
export { letterKinds, letterKindWords, type LetterKind } from './domain/letter-kinds.js';
export { mayTakePaper } from './domain/letter-policies.js';
export { KeepSignedCopy } from './use-cases/keep-signed-copy.js';
export { ReadLetters, type ReadableLetter } from './use-cases/read-letters.js';
export { paperFormats, TakePaper } from './use-cases/take-paper.js';
export type { LetterPlace } from './storage/letter-repository.js';
export { paperworkPersonal } from './storage/personal-columns.js';

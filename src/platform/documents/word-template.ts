export { fillWord, UnfillableWord } from './word-template/fill-word.js';
export { openWord } from './word-template/word-package.js';
export { paragraphsOf } from './word-template/word-paragraphs.js';

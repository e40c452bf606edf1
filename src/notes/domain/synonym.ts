import { wordsOf } from './search-words.js';

export const FEWEST_TERMS = 2;
export const MOST_TERMS = 20;
export const LONGEST_TERM = 80;

/** Terms as they are compared: words in small letters, each term once; what has no word is left out. */
export function synonymTerms(typed: readonly string[]): string[] {
  return [...new Set(typed.map((term) => wordsOf(term).join(' ')).filter(Boolean))];
}

/** Texts one after the other as sentences, those that are empty left out; at most a thousand letters. */
export const sentences = (...texts: readonly string[]): string =>
  texts.filter(Boolean).join('. ').slice(0, 1000);

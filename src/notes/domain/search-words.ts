/** Words somebody looks for together: in a row when they stood in quotation marks. */
export interface WantedWords {
  words: string[];
  isPhrase: boolean;
  /** Stood after a minus: what has them is left out. */
  isExcluded: boolean;
}

const MOST_WORDS = 24;
const LONGEST_WORD = 50;

/** The words of a text as they are indexed: small letters and digits, in their order. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.slice(0, LONGEST_WORD));
}

/** Reads what was typed into a search field: words, `"words in a row"`, `-without`. */
export function readSearch(typed: string): WantedWords[] {
  const parts = typed.matchAll(/(?<minus>(?<=^|\s)-)?(?:["“”](?<phrase>[^"“”]*)["“”]?|(?<plain>[^\s"“”]+))/g);
  const wanted: WantedWords[] = [];
  let left = MOST_WORDS;
  for (const { groups = {} } of parts) {
    const { minus, phrase, plain } = groups;
    const words = wordsOf(phrase ?? plain ?? '').slice(0, left);
    left -= words.length;
    if (words.length === 0) continue;
    const isPhrase = phrase !== undefined && words.length > 1;
    wanted.push({ words, isPhrase, isExcluded: minus !== undefined });
  }
  return wanted;
}

/** How the same is typed. */
export function typedAgain(wanted: readonly WantedWords[]): string {
  return wanted
    .map(({ words, isPhrase, isExcluded }) => {
      const text = words.join(' ');
      return `${isExcluded ? '-' : ''}${isPhrase ? `"${text}"` : text}`;
    })
    .join(' ');
}

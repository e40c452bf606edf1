/** How many letters of a word may be wrong before another is meant. */
function mostEdits(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const SHORTEST_BEGINNING = 3;

/** Of words that are spelt alike, those with the fewest letters wrong, none when none is close enough. One that begins with all that was typed is what somebody is about to type. */
export function closestWords(typed: string, near: readonly string[]): string[] {
  const allowed = mostEdits(typed);
  const isBeginning = (word: string): boolean => typed.length >= SHORTEST_BEGINNING && word.startsWith(typed);
  const close = near
    .map((word) => ({ word, edits: isBeginning(word) ? 1 : editDistance(typed, word) }))
    .filter(({ word, edits }) => edits <= allowed || isBeginning(word));
  const least = Math.min(...close.map(({ edits }) => edits));
  return close.filter(({ edits }) => edits === least).map(({ word }) => word);
}

/** Of words that are equally close, the one that may be meant: the most used. Null of none. */
export function mostUsed(words: readonly string[], notes: ReadonlyMap<string, number>): string | null {
  const uses = (word: string): number => notes.get(word) ?? 0;
  return words.toSorted((a, b) => uses(b) - uses(a) || (a < b ? -1 : 1))[0] ?? null;
}

import { marks } from './feedback-form.js';
import { FEWEST_ANSWERS } from './feedback-release.js';

export interface MarkResult {
  /** Of 1 to 5. */
  average: number;
  count: number;
  /** How many gave each mark, in the order of `marks`. */
  distribution: number[];
}

/** Something that was written; the name only where the rule lets it stand. */
export interface Remark {
  text: string;
  name: string | null;
}

/** What of a visit's feedback has been released: `ReleasedFeedback` alone makes it. */
export interface Released {
  visitId: string;
  asked: number;
  usefulness: number[];
  welcome: number[];
  toCopy: Remark[];
  toImprove: Remark[];
}

/** What both units and their regional offices read of a visit's feedback. */
export interface FeedbackResults {
  asked: number;
  /** How many answers the last release holds: never how many there are, so that nobody sees when one comes. */
  answered: number;
  /** Null while too few answered. */
  usefulness: MarkResult | null;
  welcome: MarkResult | null;
  toCopy: Remark[];
  toImprove: Remark[];
}

/**
 * The figures and texts of a release. Texts are shuffled for each question by itself: their order follows from the
 * question, the visit and the text alone, so that it stays, and tells neither when a text came nor which texts of two
 * questions are of one person.
 *
 * @param placeOf scatters texts evenly (a hash)
 */
export function resultsOf(
  { visitId, asked, usefulness, welcome, toCopy, toImprove }: Released,
  placeOf: (text: string) => string,
): FeedbackResults {
  const shuffled = (question: string, remarks: readonly Remark[]): Remark[] =>
    remarks
      .filter(({ text }) => text !== '')
      .map(({ text, name }) => ({
        text,
        name,
        place: placeOf(`${visitId} ${question} ${name ?? ''} ${text}`),
      }))
      .toSorted((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)))
      .map(({ text, name }) => ({ text, name }));
  return {
    asked,
    answered: usefulness.length,
    usefulness: markResult(usefulness),
    welcome: markResult(welcome),
    toCopy: shuffled('toCopy', toCopy),
    toImprove: shuffled('toImprove', toImprove),
  };
}

function markResult(given: readonly number[]): MarkResult | null {
  if (given.length < FEWEST_ANSWERS) return null;
  return {
    average: given.reduce((sum, mark) => sum + mark, 0) / given.length,
    count: given.length,
    distribution: marks.map((mark) => given.filter((each) => each === mark).length),
  };
}

/** `4,6`: one digit behind the comma, none where it is whole. */
export function averageWords(average: number): string {
  return String(Math.round(average * 10) / 10).replace('.', ',');
}

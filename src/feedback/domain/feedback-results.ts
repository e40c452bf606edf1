import { marks, type Feedback } from './feedback-form.js';

/** From this many answers on there are averages and names; below it, one could be told from another. */
export const FEWEST_ANSWERS = 3;

/** One participant's feedback with the name the visit knows. */
export interface GivenFeedback extends Feedback {
  name: string;
}

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

/** What both units and their regional offices read of a visit's feedback. */
export interface FeedbackResults {
  asked: number;
  answered: number;
  /** Null while too few answered. */
  usefulness: MarkResult | null;
  welcome: MarkResult | null;
  toCopy: Remark[];
  toImprove: Remark[];
}

/**
 * Puts answers together so that nobody is shown who does not want to be. While fewer than three answered there is no
 * name, no mark and no average, only what was written; from three on there are averages, and the names of those who
 * agreed. A question that fewer than three answered has no average either. What was written stands in the order of the
 * alphabet, since the order of arrival could tell whose it is.
 */
export function resultsOf(asked: number, given: readonly GivenFeedback[]): FeedbackResults {
  const isEnough = given.length >= FEWEST_ANSWERS;
  const remarks = (textOf: (feedback: GivenFeedback) => string): Remark[] =>
    given
      .filter((feedback) => textOf(feedback) !== '')
      .map((feedback) => ({
        text: textOf(feedback),
        name: isEnough && feedback.mayName ? feedback.name : null,
      }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'id'));
  return {
    asked,
    answered: given.length,
    usefulness: markResult(given.map(({ usefulness }) => usefulness)),
    welcome: markResult(given.flatMap(({ welcome }) => (welcome === null ? [] : [welcome]))),
    toCopy: remarks(({ toCopy }) => toCopy),
    toImprove: remarks(({ toImprove }) => toImprove),
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

/** Learning questions of a visit in their order: the ids by which they are known, and their words. */
export interface LearningQuestions {
  learningQuestionIds: readonly string[];
  learningQuestions: readonly string[];
}

/** What was given of them; `learningQuestionIds` says which of those that stand each is, null for a new one. */
export interface GivenQuestions {
  learningQuestions: readonly string[];
  learningQuestionIds?: readonly (string | null)[] | undefined;
}

/**
 * Which of the questions that stand each of the given is: the one that is named by its id, else one of the same words that
 * nobody named.
 *
 * @returns null for each that is new; null alone where an id is none of theirs, is named twice, or belongs to no words
 */
export function identify(standing: LearningQuestions, given: GivenQuestions): (string | null)[] | null {
  const { learningQuestions: words, learningQuestionIds: ids = words.map(() => null) } = given;
  const named = ids.filter((id) => id !== null);
  const isKnown = named.every((id) => standing.learningQuestionIds.includes(id));
  if (ids.length !== words.length || new Set(named).size !== named.length || !isKnown) return null;
  const left = new Map(
    standing.learningQuestions
      .map((text, at) => [text, standing.learningQuestionIds[at] ?? ''] as const)
      .filter(([, id]) => !named.includes(id)),
  );
  return words.map((text, at) => {
    const id = ids[at] ?? left.get(text) ?? null;
    left.delete(text);
    return id;
  });
}

/**
 * Rows of a form in the places that were chosen for them, counted from 1: those that kept theirs stay in their order, each
 * of the others comes to where it was sent.
 */
export function inChosenPlaces<Row extends { place: number }>(rows: readonly Row[]): Row[] {
  const isMoved = (row: Row, at: number) => row.place !== at + 1;
  const order = rows.filter((row, at) => !isMoved(row, at));
  const moved = rows.filter(isMoved).toSorted((one, other) => one.place - other.place);
  for (const row of moved) order.splice(row.place - 1, 0, row);
  return order;
}

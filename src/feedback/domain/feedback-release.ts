/** How many participants' answers are shown together, and differ together; below it, one could be told from another. */
export const FEWEST_ANSWERS = 3;

/** What one participant said, to one question or to several that are shown together. */
export interface Answer<Said> {
  /** Null of somebody who no longer is among the participants. */
  participantId: string | null;
  said: Said;
}

/**
 * What is shown next of what was said, where something else is shown now. It is renewed only when the answers of three
 * participants at least would differ, whether these are new, changed or taken back: of whoever sees it before and
 * after, nobody learns which of the three said what. Of four or five answers there stand three, therefore, and with the
 * sixth all six. Fewer than three are never shown, so that nothing is, rather than two, when all but two were taken back.
 *
 * @returns null while what is shown stays
 */
export function nextRelease<Said extends object>(
  given: readonly Answer<Said>[],
  shown: readonly Answer<Said>[],
): readonly Answer<Said>[] | null {
  const before = new Map(shown.map(({ participantId, said }) => [participantId, said]));
  const now = new Map(given.map(({ participantId, said }) => [participantId, said]));
  const gone = shown.filter(({ participantId }) => participantId === null || !now.has(participantId));
  const other = given.filter(({ participantId, said }) => !isSame(said, before.get(participantId)));
  if (gone.length + other.length < FEWEST_ANSWERS) return null;
  return given.length < FEWEST_ANSWERS ? [] : given;
}

function isSame<Said extends object>(one: Said, other: Said | undefined): boolean {
  if (!other) return false;
  return Object.keys(one).every((name) => one[name as keyof Said] === other[name as keyof Said]);
}

/**
 * Whether the texts that were never shown are, now that no form of the visit can be filled in any longer. One or two
 * answers can be left then, and no later one comes to hide them; a host is to learn all the same what to do better. So
 * their texts are shown once, without a name and without a mark (a mark would be the difference of two averages), and
 * only when three of those who were asked at least are not among the shown, since any of these may have written them.
 * Otherwise they stay unread.
 */
export function showsTheRest(asked: number, shown: number, isClosed: boolean): boolean {
  return isClosed && asked - shown >= FEWEST_ANSWERS;
}

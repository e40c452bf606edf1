/** Who tells somebody apart: an office's mailbox may be that of several people. */
export interface Named {
  name: string;
  email: string | null;
}

/** The words of a name, in any order and case. */
export const wordsOf = (name: string): Set<string> =>
  new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [name.toLowerCase()]);

/**
 * Whether two entries with a mail address are of one person: the address is the same, and all words of one name are in the
 * other (`Budi`, `Budi Santoso`, `BUDI SANTOSO, S.H.`).
 */
export function isSamePerson(one: Named, other: Named): boolean {
  if (one.email === null || one.email !== other.email) return false;
  const [fewer, more] = [wordsOf(one.name), wordsOf(other.name)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  return [...fewer].every((word) => more.has(word));
}

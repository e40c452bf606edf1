/** What tells somebody apart wherever it stands. */
export interface Marks {
  names: readonly string[];
  addresses: readonly string[];
  phones: readonly string[];
  nips: readonly string[];
}

/** Whose data it is: the rows that are somebody's, and by what somebody is found in words. */
export interface Subject {
  persons: readonly string[];
  participants: readonly string[];
  members: readonly string[];
  /** Addresses and numbers that are nobody else's, too. */
  addresses: readonly string[];
  phones: readonly string[];
  /** Visits in which somebody took part. */
  visits: readonly string[];
  /** Nobody else's: replaced wherever they stand. */
  everywhere: Marks;
  /** A single word, or borne by others, too: replaced in the own visits alone, where nobody else there bears it. */
  ambiguous: readonly { name: string; visits: readonly string[] }[];
}

export const noMarks: Marks = { names: [], addresses: [], phones: [], nips: [] };

export const hasMarks = (marks: Marks): boolean => Object.values(marks).some((values) => values.length > 0);

/** What stands for the name of somebody whose data was erased. */
export const ANONYMOUS_NAME = 'Peserta (dihapus)';

/** An address that can be nobody's (RFC 2606), one for each erasure. */
export const anonymousAddress = (erasureId: string): string =>
  `dihapus-${erasureId.slice(0, 18)}@dihapus.invalid`;

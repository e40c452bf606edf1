/** What is known of a note that has something of what is looked for. */
export interface Match {
  id: string;
  /** How strongly it has each term, 0 and more, by the term's number; terms it lacks are left out. */
  strengths: Readonly<Record<number, number>>;
  /** How many units use the practice. */
  uses: number;
  /** When it was published; of a draft, when it was changed. */
  freshAt: Date;
}

/** A match with what it is ranked by. */
export interface RankedNote {
  id: string;
  score: number;
}

const DAY = 86_400_000;
const HALF_LIFE_DAYS = 730;
/** How far freshness moves a score: a note of today counts 1, one that is very old 1 − this. */
const FRESHNESS_SHARE = 0.15;
/** What the first use adds; each doubling of uses adds about as much. */
const USE_SHARE = 0.12;
/** The least part of what was asked, by rarity, that a note must have, as a share of what the best one has. */
const LEAST_COVERAGE = 0.35;

/** How rare a term is (BM25's inverse document frequency, never below 0). */
export function rarity(notesWithTerm: number, notes: number): number {
  return Math.log(1 + (Math.max(notes - notesWithTerm, 0) + 0.5) / (notesWithTerm + 0.5));
}

/** 1 without use; grows with the logarithm of uses. */
export const useFactor = (uses: number): number => 1 + USE_SHARE * Math.log2(1 + Math.max(uses, 0));

/** 1 for a note of today; half of what time may take is gone after two years. */
export function freshnessFactor(freshAt: Date, now: Date): number {
  const days = Math.max(now.getTime() - freshAt.getTime(), 0) / DAY;
  return 1 - FRESHNESS_SHARE + FRESHNESS_SHARE * 2 ** (-days / HALF_LIFE_DAYS);
}

/**
 * The best match first: `Σ rarity × strength` of the terms it has, times the share it has of all that
 * was asked (by rarity), times use and freshness. Matches that have too little beside the best are left out.
 *
 * @param terms how many were asked for
 * @param notes how many there are at all
 */
export function rank(
  matches: readonly Match[],
  { terms, notes, now }: { terms: number; notes: number; now: Date },
): RankedNote[] {
  const rarities = Array.from({ length: terms }, (_, term) =>
    rarity(matches.filter(({ strengths }) => strengths[term] !== undefined).length, notes),
  );
  const asked = rarities.reduce((sum, value) => sum + value, 0);
  const measured = matches.map(({ id, strengths, uses, freshAt }) => {
    const had = Object.entries(strengths).map(
      ([term, strength]) => [rarities[Number(term)] ?? 0, strength] as const,
    );
    const coverage = had.reduce((sum, [weight]) => sum + weight, 0) / asked;
    const match = had.reduce((sum, [weight, strength]) => sum + weight * strength, 0);
    return { id, coverage, score: match * coverage * useFactor(uses) * freshnessFactor(freshAt, now) };
  });
  const least = LEAST_COVERAGE * Math.max(0, ...measured.map(({ coverage }) => coverage));
  return measured
    .filter(({ coverage }) => coverage >= least)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => ({ id, score }));
}

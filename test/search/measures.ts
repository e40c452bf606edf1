/** How good a ranking is, of what is expected with grades. */
export interface Quality {
  /** Normalised discounted cumulative gain of the first ten: 1 is the best order there is. */
  ndcg: number;
  /** Share of what is expected with a grade of 2 or more that is among the first ten (of ten at the most). */
  recall: number;
  /** One over the place of the first that is expected with a grade of 2 or more. */
  reciprocalRank: number;
}

const FIRST = 10;
const WANTED = 2;

const gain = (grades: readonly number[]): number =>
  grades.slice(0, FIRST).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

export function qualityOf(ranking: readonly string[], expected: Readonly<Record<string, number>>): Quality {
  const grades = ranking.map((slug) => expected[slug] ?? 0);
  const best = Object.values(expected).sort((a, b) => b - a);
  const wanted = best.filter((grade) => grade >= WANTED).length;
  const found = grades.slice(0, FIRST).filter((grade) => grade >= WANTED).length;
  const first = grades.findIndex((grade) => grade >= WANTED);
  return {
    ndcg: gain(grades) / gain(best),
    recall: found / Math.min(wanted, FIRST),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
  };
}

export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (of: (quality: Quality) => number): number =>
    all.reduce((sum, quality) => sum + of(quality), 0) / all.length;
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    recall: mean(({ recall }) => recall),
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
  };
}

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

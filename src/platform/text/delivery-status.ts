/** What stands for a refusal without a code that anybody knows. */
export const UNKNOWN_STATUS = '5.0.0';

/** The first enhanced status code of class 4 or 5 in what a server said; null when there is none. */
export function statusIn(said: string): string | null {
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(said)?.[1] ?? null;
}

/** Whole months `YYYY-MM`, both in the period. */
export interface Period {
  from: string;
  to: string;
}

/** Periods by name, each the one that a day lies in. */
export const presets = ['month', 'quarter', 'semester', 'year'] as const;
export type Preset = (typeof presets)[number];

const monthsOf: Readonly<Record<Preset, number>> = { month: 1, quarter: 3, semester: 6, year: 12 };
const LONGEST = 120;

/** Months from year 0, so that they can be added up. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** Whether a value is a month `YYYY-MM` between 1900 and 2999. */
export function isMonth(value: unknown): value is string {
  return typeof value === 'string' && /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(value);
}

/** The month, quarter, half-year or year of a calendar date `YYYY-MM-DD`. */
export function presetPeriod(preset: Preset, date: string): Period {
  const length = monthsOf[preset];
  const first = Math.floor(numberOf(date) / length) * length;
  return { from: monthOf(first), to: monthOf(first + length - 1) };
}

/** Bounds in either order; a period is never longer than ten years. */
export function periodOf(one: string, other: string): Period {
  const [from, to] = one <= other ? [one, other] : [other, one];
  return numberOf(to) - numberOf(from) < LONGEST
    ? { from, to }
    : { from: monthOf(numberOf(to) - LONGEST + 1), to };
}

/** The period of the same length that ends where this one begins. */
export function periodBefore({ from, to }: Period): Period {
  const length = numberOf(to) - numberOf(from) + 1;
  return { from: monthOf(numberOf(from) - length), to: monthOf(numberOf(from) - 1) };
}

/** Every month of a period, the first one first. */
export function monthsIn({ from, to }: Period): string[] {
  return Array.from({ length: numberOf(to) - numberOf(from) + 1 }, (_, i) => monthOf(numberOf(from) + i));
}

/** Lines of points [x, y], as whole numbers in a field of `FIELD`. */
export type Strokes = [x: number, y: number][][];

/** Width and height of the field that is signed in. */
export const FIELD = { width: 1000, height: 400 } as const;
const MOST_STROKES = 100;
const MOST_POINTS = 3000;
/** Characters that the longest signature of these takes, with room. */
export const LONGEST_SIGNATURE = 60_000;

const isWithin = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

const isPoint = (point: unknown): point is [number, number] =>
  Array.isArray(point) &&
  point.length === 2 &&
  isWithin(point[0], FIELD.width) &&
  isWithin(point[1], FIELD.height);

/** A signature as a page sent it; null for what is none. */
export function readStrokes(text: string): Strokes | null {
  if (text.length > LONGEST_SIGNATURE) return null;
  let strokes: unknown;
  try {
    strokes = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(strokes) || strokes.length === 0 || strokes.length > MOST_STROKES) return null;
  const lines = strokes as unknown[];
  if (!lines.every((line): line is [number, number][] => Array.isArray(line) && line.every(isPoint)))
    return null;
  const points = lines.reduce((sum, line) => sum + line.length, 0);
  // A dot by mistake is no signature.
  return points >= 4 && points <= MOST_POINTS ? lines.map((line) => line.map(([x, y]) => [x, y])) : null;
}

/** The lines of a signature as the path of an SVG: made of numbers alone. */
export const pathOf = (strokes: Strokes): string =>
  strokes
    .filter((line) => line.length > 0)
    .map((line) => `M${line.map(([x, y]) => `${x} ${y}`).join('L')}`)
    .join('');

/** A box in per cent of the photo. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Per cent that a box has at least on each side. */
export const SMALLEST = 1;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The box wholly inside the photo, no smaller than it may be. */
export function inside({ x, y, width, height }: Box): Box {
  const [w, h] = [within(width, SMALLEST, 100), within(height, SMALLEST, 100)];
  return {
    x: rounded(within(x, 0, 100 - w)),
    y: rounded(within(y, 0, 100 - h)),
    width: rounded(w),
    height: rounded(h),
  };
}

export const movedBy = (box: Box, dx: number, dy: number): Box =>
  inside({ ...box, x: box.x + dx, y: box.y + dy });

/** Its lower right corner moves; it ends at the edge of the photo. */
export const resizedBy = (box: Box, dx: number, dy: number): Box =>
  inside({
    ...box,
    width: Math.min(100 - box.x, box.width + dx),
    height: Math.min(100 - box.y, box.height + dy),
  });

/** The box between two points, whichever comes first. */
export const between = (from: readonly [number, number], to: readonly [number, number]): Box => {
  const clean = ([x, y]: readonly [number, number]) => [within(x, 0, 100), within(y, 0, 100)] as const;
  const [[x1, y1], [x2, y2]] = [clean(from), clean(to)];
  return inside({
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  });
};

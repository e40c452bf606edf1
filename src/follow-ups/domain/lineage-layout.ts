/** A unit in the picture, by the top left corner of its box. */
export interface PlacedUnit {
  code: string;
  name: string;
  x: number;
  y: number;
}

export interface LineageArrow {
  fromUnit: string;
  fromUnitName: string;
  toUnit: string;
  toUnitName: string;
}

/** Sizes in the picture's own units. */
export const BOX = { width: 280, height: 56, gap: 24, fall: 88 };

/** Places units in rows, the practice's own unit on top and each other under the nearest it has the practice from. */
export function layOutLineage(
  origin: { code: string; name: string },
  arrows: readonly LineageArrow[],
): { units: PlacedUnit[]; width: number; height: number } {
  const names = new Map([[origin.code, origin.name]]);
  for (const arrow of arrows) {
    names.set(arrow.fromUnit, arrow.fromUnitName);
    names.set(arrow.toUnit, arrow.toUnitName);
  }
  const rowOf = new Map([[origin.code, 0]]);
  // A unit that got the practice from nowhere we know stands on top, too.
  const roots = [...names.keys()].filter((code) => !arrows.some(({ toUnit }) => toUnit === code));
  const queue = [...new Set([origin.code, ...roots])];
  for (const code of queue) {
    const row = rowOf.get(code) ?? 0;
    rowOf.set(code, row);
    for (const { fromUnit, toUnit } of arrows) {
      if (fromUnit === code && !rowOf.has(toUnit)) {
        rowOf.set(toUnit, row + 1);
        queue.push(toUnit);
      }
    }
  }
  const filled = new Map<number, number>();
  const units = [...names].map(([code, name]) => {
    const row = rowOf.get(code) ?? 0;
    const column = filled.get(row) ?? 0;
    filled.set(row, column + 1);
    return { code, name, x: column * (BOX.width + BOX.gap), y: row * (BOX.height + BOX.fall) };
  });
  const columns = Math.max(...filled.values());
  const rows = Math.max(...filled.keys()) + 1;
  return {
    units,
    width: columns * (BOX.width + BOX.gap) - BOX.gap,
    height: rows * (BOX.height + BOX.fall) - BOX.fall,
  };
}

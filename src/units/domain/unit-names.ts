/** A unit by every name it goes by. */
export interface NamedUnit {
  code: string;
  name: string;
  /** Other and former names. */
  others: readonly string[];
}

/** What a name that was typed means: a unit, or the units that may have been meant. */
export type FoundUnit<Unit extends NamedUnit> = { unit: Unit } | { unit: null; meant: string[] };

/** How alike two names have to be for one to stand for the other, from 0 to 1, and how many are told. */
const ALIKE = 0.45;
const MOST_MEANT = 3;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/** Without its class, which many leave out: `Bapas Kelas II Purwokerto`, `Bapas Purwokerto`. */
const withoutClass = (name: string): string =>
  plain(name).replace(/\bkelas (?:khusus|i{1,3}|iv|[1-3])\s?[ab]?\b ?/g, '');

/** Pairs of letters that follow one another, as often as they do. */
function pairsOf(name: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const padded = ` ${name} `;
  for (let at = 0; at < padded.length - 1; at++) {
    const pair = padded.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** Dice's coefficient of two names' pairs of letters. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return (2 * shared) / (sizeOf(one) + sizeOf(other));
}

/** Finds units by code or by any of their names, whatever the case and signs; what is none of them, by likeness. */
export function unitFinder<Unit extends NamedUnit>(
  units: readonly Unit[],
): (typed: string) => FoundUnit<Unit> {
  const byName = new Map<string, Unit | null>();
  const learn = (name: string, unit: Unit): void => {
    const known = byName.get(name);
    // A name that two units go by tells neither.
    byName.set(name, known === undefined || known === unit ? unit : null);
  };
  for (const unit of units) for (const name of [unit.name, ...unit.others]) learn(plain(name), unit);
  const shorter = units.flatMap((unit) =>
    [unit.name, ...unit.others].map((name) => ({ name: withoutClass(name), unit })),
  );
  const exact = new Set(byName.keys());
  for (const { name, unit } of shorter) if (!exact.has(name)) learn(name, unit);
  for (const unit of units) byName.set(unit.code, unit);
  const pairs = units.map((unit) => ({ unit, pairs: pairsOf(withoutClass(unit.name)) }));
  return (typed) => {
    const unit = byName.get(plain(typed)) ?? byName.get(withoutClass(typed));
    if (unit) return { unit };
    const own = pairsOf(withoutClass(typed));
    const meant = pairs
      .map((each) => ({ name: each.unit.name, alike: likeness(own, each.pairs) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, MOST_MEANT)
      .map(({ name }) => name);
    return { unit: null, meant };
  };
}

/** Why a name is no unit's, as a sentence, with what may have been meant. */
export function unknownUnitWords(typed: string, meant: readonly string[]): string {
  const asked = meant.length > 0 ? ` Mungkin maksudnya: ${meant.join('; ')}.` : '';
  return `UPT “${typed.length > 80 ? `${typed.slice(0, 77)}…` : typed}” tidak ada dalam daftar.${asked}`;
}

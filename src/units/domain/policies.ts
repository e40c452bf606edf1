/** Somebody who changes reference data, as far as the rules look. */
export interface UnitActor {
  role: string;
  unit: string | null;
  regionalOffice: string | null;
}

/** What a change touches: what the unit is, or how it receives guests and is reached. */
export type UnitPart = 'identity' | 'hosting' | 'contact';

/** Who may change which part of a unit: the regional office those of its region, a unit's head the own unit's. */
const mayChange: Readonly<Record<string, readonly UnitPart[]>> = {
  administrator: ['identity', 'hosting', 'contact'],
  regional: ['identity', 'hosting', 'contact'],
  'unit-head': ['hosting', 'contact'],
};

/** The parts of a unit that somebody may change. */
export function changeableParts(
  unit: { code: string; regionalOffice: string },
  actor: UnitActor,
): readonly UnitPart[] {
  const isNear =
    actor.role === 'administrator' ||
    (actor.role === 'regional' && actor.regionalOffice === unit.regionalOffice) ||
    (actor.role === 'unit-head' && actor.unit === unit.code);
  return isNear ? (mayChange[actor.role] ?? []) : [];
}

/** A regional office's own people change its settings, and administrators. */
export function mayChangeOffice(code: string, { role, regionalOffice }: UnitActor): boolean {
  return role === 'administrator' || (role === 'regional' && regionalOffice === code);
}

import type { Role } from '../../platform/security/actor.js';
import { can, reaches } from '../../platform/security/capabilities.js';

/** Somebody who changes reference data, as far as the rules look. */
export interface UnitActor {
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
}

/** What a change touches: what the unit is, or how it receives guests and is reached. */
const unitParts = ['identity', 'hosting', 'contact'] as const;
export type UnitPart = (typeof unitParts)[number];

const mayChange = (part: UnitPart, actor: Pick<UnitActor, 'role'>): boolean =>
  can(actor, `units.change-${part}`);

/** Who changes something about units at all; of which, `changeableParts` says. */
export const changesUnits = (actor: Pick<UnitActor, 'role'>): boolean =>
  unitParts.some((part) => mayChange(part, actor));

/** The parts of a unit that somebody may change: a regional office's people of its units, a unit's of the own. */
export function changeableParts(
  unit: { code: string; regionalOffice: string | null },
  actor: UnitActor,
): readonly UnitPart[] {
  const isNear = reaches(actor, { unit: unit.code, regionalOffice: unit.regionalOffice });
  return isNear ? unitParts.filter((part) => mayChange(part, actor)) : [];
}

/** A regional office's own people change its settings, and administrators. */
export function mayChangeOffice(code: string, actor: UnitActor): boolean {
  return can(actor, 'offices.change') && reaches(actor, { unit: null, regionalOffice: code });
}

import type { Role } from '../../platform/security/actor.js';
import { can, reaches } from '../../platform/security/capabilities.js';
import { unitChangeSteps, type UnitChangeState, type UnitChangeVerb } from './unit-change.js';

/** Somebody who acts, as far as the rules look. */
export interface UnitChangeActor {
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
}

/** Whether somebody decides about changes of units, of whichever region. */
export const decidesChanges = (actor: Pick<UnitChangeActor, 'role'>): boolean =>
  can(actor, 'units.decide-changes');

/** Whether somebody sees changes of units at all, and may write one. */
export const writesChanges = (actor: Pick<UnitChangeActor, 'role'>): boolean =>
  decidesChanges(actor) || can(actor, 'units.propose-changes');

/** Whether somebody may write a change in a region, and read those of it; of what lies in none, whoever decides about all. */
export const mayWriteIn = (regionalOffice: string | null, actor: UnitChangeActor): boolean =>
  writesChanges(actor) && reaches(actor, { unit: null, regionalOffice });

/** What somebody can do with a change as it stands: what is decided only an administrator takes back. */
export function allowedVerbs(
  change: { state: UnitChangeState; regionalOffice: string | null },
  actor: UnitChangeActor,
): UnitChangeVerb[] {
  if (!mayWriteIn(change.regionalOffice, actor)) return [];
  const isDecider = decidesChanges(actor);
  return (Object.keys(unitChangeSteps) as UnitChangeVerb[]).filter((verb) => {
    const { from, by } = unitChangeSteps[verb];
    if (!from.includes(change.state)) return false;
    return isDecider || (by === 'proposer' && change.state === 'proposed');
  });
}

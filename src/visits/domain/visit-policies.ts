import type { Role } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { hasTrait } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** Whoever acts, as far as the rules of visits look at them. */
export interface VisitActor {
  personId: string;
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
}

/** What the policies look at in a visit. */
export interface VisitParties {
  state: VisitState;
  /** When the guest sent it; null for what the host never got, whatever its state. */
  submittedAt: Date | null;
  guestUnit: string;
  hostUnit: string;
  guestRegionalOffice: string;
  hostRegionalOffice: string;
}

/** For whom somebody acts in a visit; `system` is the program itself and never a person. */
export type Side = 'guest' | 'host' | 'regional' | 'system';

/**
 * The sides somebody acts for. Officers and heads act for their own unit, people of a regional office for the
 * visits of its units; an administrator sees to the system and acts for nobody. What was never submitted has no side
 * but the guest's.
 */
export function actorSides(visit: VisitParties, actor: VisitActor): Side[] {
  const { unit, regionalOffice } = actor;
  const arranges = can(actor, 'visits.arrange');
  if (arranges && unit === visit.guestUnit) return ['guest'];
  if (visit.submittedAt === null) return [];
  if (arranges && unit === visit.hostUnit) return ['host'];
  const offices = [visit.guestRegionalOffice, visit.hostRegionalOffice];
  const oversees = can(actor, 'visits.oversee');
  return oversees && regionalOffice !== null && offices.includes(regionalOffice) ? ['regional'] : [];
}

/**
 * Whether somebody may see a visit. What was never submitted is for the guest's own people alone, not even for
 * administrators; anything else for both units, the regional offices of both, whoever takes part, and administrators.
 */
export function mayRead(
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: VisitActor & { email: string },
): boolean {
  const sides = actorSides(visit, actor);
  if (visit.submittedAt === null) return sides.length > 0;
  return sides.length > 0 || can(actor, 'visits.read-all') || visit.participantEmails.includes(actor.email);
}

/**
 * Whether somebody may change what a visit says and who takes part: the guest's people while it is a draft, both
 * units' people until the summary is out. A visit that came to its end stays as it was.
 */
export function mayEdit(visit: VisitParties, actor: VisitActor): boolean {
  const sides = actorSides(visit, actor);
  if (hasTrait(visit.state, 'unsent')) return sides.includes('guest');
  return hasTrait(visit.state, 'editable') && (sides.includes('guest') || sides.includes('host'));
}

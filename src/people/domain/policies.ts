import { roles, type Actor, type Role } from '../../platform/security/actor.js';
import { can, posts, reaches, type Capability } from '../../platform/security/capabilities.js';

/** Who somebody is to be, or is, and where. */
export interface Post {
  role: Role;
  unit: string | null;
  /** The own regional office, or the one the unit belongs to. */
  regionalOffice: string | null;
}

/** Whether a role's place is right: a unit, a regional office, or neither (constraint `person_place_check`). */
export function placeFits(role: Role, unit: string | null, regionalOffice: string | null): boolean {
  const { workplace } = posts[role];
  return (
    (unit !== null) === (workplace === 'unit') &&
    (regionalOffice !== null) === (workplace === 'regional-office')
  );
}

/** What it takes to look after the account of somebody of a role. */
const managedWith: Readonly<Record<Role, Capability>> = {
  officer: 'people.manage',
  'unit-head': 'people.manage-heads',
  regional: 'people.manage-above',
  administrator: 'people.manage-above',
};

/**
 * Whether the actor may invite somebody to a post, and change or suspend who holds it: an administrator anyone,
 * the regional office the officers and heads of its units, a unit head the officers of the own unit.
 */
export const mayManage = (actor: Actor, post: Post): boolean =>
  can(actor, managedWith[post.role]) && reaches(actor, post);

/** Whether the actor sees the account of who holds a post: administrators all, others their unit's or region's. */
export const maySee = (actor: Actor, post: Post): boolean =>
  can(actor, 'people.read') && reaches(actor, post);

/** The roles that the actor may give to somebody at the own place, or anywhere. */
export function rolesToGive(actor: Actor): Role[] {
  const { unit, regionalOffice } = actor;
  return roles.filter((role) => mayManage(actor, { role, unit, regionalOffice }));
}

import { roles, type Actor, type Role, type RoutePolicy } from '../../platform/security/actor.js';

/** Who somebody is to be, or is, and where. */
export interface Post {
  role: Role;
  unit: string | null;
  /** The own regional office, or the one the unit belongs to. */
  regionalOffice: string | null;
}

/** Whether a role's place is right: a unit, a regional office, or neither (constraint `person_place_check`). */
export function placeFits(role: Role, unit: string | null, regionalOffice: string | null): boolean {
  switch (role) {
    case 'officer':
    case 'unit-head':
      return unit !== null && regionalOffice === null;
    case 'regional':
      return unit === null && regionalOffice !== null;
    case 'administrator':
      return unit === null && regionalOffice === null;
  }
}

/**
 * Whether the actor may invite somebody to a post, and change or suspend who holds it: an administrator anyone,
 * the regional office the officers and heads of its units, a unit head the officers of the own unit.
 */
export function mayManage(actor: Actor, post: Post): boolean {
  switch (actor.role) {
    case 'administrator':
      return true;
    case 'regional':
      return isOfUnit(post.role) && isSame(post.regionalOffice, actor.regionalOffice);
    case 'unit-head':
      return post.role === 'officer' && isSame(post.unit, actor.unit);
    case 'officer':
      return false;
  }
}

/** Whether the actor sees the account of who holds a post: administrators all, others their unit's or region's. */
export function maySee(actor: Actor, post: Post): boolean {
  if (actor.role === 'administrator') return true;
  if (actor.role === 'regional') return isSame(post.regionalOffice, actor.regionalOffice);
  return isSame(post.unit, actor.unit);
}

/** Who looks after other people's accounts at all. */
export const looksAfterPeople: RoutePolicy = ({ role }) => role !== 'officer';

/** The roles that the actor may give to somebody at the own place, or anywhere. */
export function rolesToGive(actor: Actor): Role[] {
  const { unit, regionalOffice } = actor;
  return roles.filter((role) => mayManage(actor, { role, unit, regionalOffice }));
}

const isOfUnit = (role: Role): boolean => role === 'officer' || role === 'unit-head';
const isSame = (code: string | null, other: string | null): boolean => code !== null && code === other;

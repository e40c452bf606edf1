import type { Role } from '../../platform/security/actor.js';
import { actsFor, arrangesOf, can } from '../../platform/security/capabilities.js';

/** What the rules look at in an entry of the day. */
export interface JudgedEntry {
  kind: string;
  author: string;
  authorUnit: string;
  /** The author says that no inmate's face or name is in the photo. */
  cleared: boolean;
  /** The head of the host says so too. */
  headCleared: boolean;
}

/** Whoever looks. */
export interface Viewer {
  personId: string;
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
  /** Units that merged into it. */
  inherited?: readonly string[];
}

/** What the rules look at in the place that was visited. */
export interface VisitedPlace {
  hostUnit: string;
  /** Type of a UPT; null for every other kind. */
  hostUnitType: string | null;
}

/** At an LPKA, where children live, the head of the host has to clear each photo as well. */
export const needsHead = ({ hostUnitType }: VisitedPlace): boolean => hostUnitType === 'lpka';

/** Whether a photo may be seen by everybody who may see the visit. */
export const isCleared = (entry: JudgedEntry, place: VisitedPlace): boolean =>
  entry.kind !== 'photo' || (entry.cleared && (entry.headCleared || !needsHead(place)));

/** Whether somebody is the author, or works at the author's unit. */
export const isOwn = (entry: JudgedEntry, viewer: Viewer): boolean =>
  viewer.personId === entry.author || arrangesOf(viewer, entry.authorUnit);

/** Whether somebody heads the host, and so may clear photos where that is needed. */
export const mayClearAsHead = (viewer: Viewer, place: VisitedPlace): boolean =>
  needsHead(place) && can(viewer, 'photos.vouch') && actsFor(viewer, place.hostUnit);

/**
 * Whether somebody who may see the visit may see an entry: a photo that is not cleared only its own people, and at an
 * LPKA the head of the host, who decides about it once its author has cleared it.
 */
export function maySeeEntry(entry: JudgedEntry, viewer: Viewer, place: VisitedPlace): boolean {
  if (isCleared(entry, place) || isOwn(entry, viewer)) return true;
  return entry.cleared && mayClearAsHead(viewer, place);
}

import { withoutContacts, withoutNip } from '../../platform/text/private-details.js';
import { actsFor } from '../../platform/security/capabilities.js';
import {
  isCleared,
  isOwn,
  mayClearAsHead,
  needsHead,
  type JudgedEntry,
  type Viewer,
  type VisitedPlace,
} from './photo-clearance.js';

/** Most photos of one visit. */
export const MOST_PHOTOS = 150;
/** Most of them that go on into papers and texts. */
export const MOST_CHOSEN = 12;
/** Most photos that are sent at once, and most bytes of all of them. */
export const MOST_AT_ONCE = 10;
export const LARGEST_AT_ONCE = 60 * 1024 * 1024;
/** Letters of a caption that papers and press still print whole. */
const LONG_CAPTION = 300;

/** What is not well with a caption; the photo goes on all the same. */
export type CaptionRemark = 'empty' | 'nip' | 'contact' | 'long';

/** What somebody who writes a caption is told of it. */
export function captionRemarks(caption: string): CaptionRemark[] {
  if (caption.trim() === '') return ['empty'];
  const bare = withoutNip(caption);
  return [
    ...(bare === caption ? [] : (['nip'] as const)),
    ...(withoutContacts(bare) === bare ? [] : (['contact'] as const)),
    ...(caption.length > LONG_CAPTION ? (['long'] as const) : []),
  ];
}

/** Whose clearance a photo waits for: its author's people, then at an LPKA the head of the host; null for none. */
export function awaitedClearance(entry: JudgedEntry, place: VisitedPlace): 'author' | 'head' | null {
  if (isCleared(entry, place)) return null;
  return entry.cleared && needsHead(place) ? 'head' : 'author';
}

/**
 * Whether somebody who sees a photo may blur parts of it: its own people, and those of the host, whose charges may be in it.
 */
export const mayBlur = (entry: JudgedEntry, viewer: Viewer, place: VisitedPlace): boolean =>
  isOwn(entry, viewer) || actsFor(viewer, place.hostUnit) || mayClearAsHead(viewer, place);

/**
 * The order of an album after somebody put the photos that they see in order: those that they do not see stay where they are.
 *
 * @param all ids as they stand
 * @param wanted some of them, in their new order
 */
export function rearranged(all: readonly string[], wanted: readonly string[]): string[] {
  const moving = new Set(wanted);
  const next = [...wanted];
  return all.map((id) => (moving.has(id) ? (next.shift() ?? id) : id));
}

/** The order with one photo a place further up or down. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
}

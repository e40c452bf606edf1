import { distanceKm } from '../../platform/text/distance.js';

/** A place on the earth in degrees (WGS 84); null where it is not known. */
export interface MaybePosition {
  latitude: number | null;
  longitude: number | null;
}

/** Whole kilometres between two places as the crow flies; null when one is not known. */
export function kilometresBetween(a: MaybePosition | null, b: MaybePosition | null): number | null {
  if (a?.latitude == null || a.longitude == null || b?.latitude == null || b.longitude == null) return null;
  const from = { latitude: a.latitude, longitude: a.longitude };
  return Math.round(distanceKm(from, { latitude: b.latitude, longitude: b.longitude }));
}

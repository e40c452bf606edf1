/** A place on the earth in degrees (WGS 84). */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two places as the crow flies (haversine formula). */
export function distanceKm(a: Position, b: Position): number {
  const [latitudes, longitudes] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const half =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** `51 km`; under ten kilometres with a decimal, `7,3 km`; places are known by their town only. */
export function distanceText(km: number): string {
  if (km < 1) return 'kurang dari 1 km';
  const text = km < 10 ? km.toFixed(1).replace('.', ',') : String(Math.round(km));
  return `${text} km`;
}

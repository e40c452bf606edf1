/** A place on the earth in degrees (WGS 84). */
export interface Position {
  latitude: number;
  longitude: number;
}

/** A place as far as it is known: its degrees are null where it is not. */
export interface KnownPlace {
  latitude: number | null;
  longitude: number | null;
  /** Whether somebody looked at a map and confirmed it; else it is about there, the middle of its town mostly. */
  positionConfirmed: boolean;
}

/** How far it is between two places as the crow flies. */
export interface Distance {
  km: number;
  /** Whether both places are confirmed; else it is an estimate. */
  confirmed: boolean;
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

function positionOf(place: KnownPlace | null): Position | null {
  if (place?.latitude == null || place.longitude === null) return null;
  return { latitude: place.latitude, longitude: place.longitude };
}

/** The distance between two places; null when one is not known. */
export function distanceBetween(a: KnownPlace | null, b: KnownPlace | null): Distance | null {
  const [from, to] = [positionOf(a), positionOf(b)];
  if (!from || !to) return null;
  return { km: distanceKm(from, to), confirmed: Boolean(a?.positionConfirmed && b?.positionConfirmed) };
}

const METRES = 1000;

/** Kilometres as programs read them: to the metre between confirmed places, whole ones otherwise. */
export const shownKilometres = ({ km, confirmed }: Distance): number =>
  confirmed ? Math.round(km * METRES) / METRES : Math.round(km);

const decimals = (km: number, digits: number): string => km.toFixed(digits).replace('.', ',');

/**
 * `51,104 km`, `740 m`: to the metre between places that somebody confirmed. Of others only the town is known: `kira-kira
 * 51 km`, under ten kilometres with a decimal.
 */
export function distanceText({ km, confirmed }: Distance): string {
  if (confirmed) {
    const metres = Math.round(km * METRES);
    return metres < METRES ? `${metres} m` : `${decimals(metres / METRES, 3)} km`;
  }
  if (km < 1) return 'kurang dari 1 km';
  return `kira-kira ${decimals(km, km < 10 ? 1 : 0)} km`;
}

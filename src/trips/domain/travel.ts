/** A road is so much longer than the straight line: 1.4 is usual where it winds around hills and waters. */
const ROAD_FACTOR = 1.4;
/** Usual speed on Indonesian roads between towns, breaks among it, in km/h. */
const ROAD_KMH = 40;
/** By air: hours for the ways to and from the airports and for waiting, and km/h in between. */
const FLIGHT = { hours: 4, kmh: 600 };
/** Nobody is faster than this along the straight line: a toll road, or a flight that waits for nobody. */
const FASTEST = { roadKmh: 80, flightHours: 2, flightKmh: 700 };

const minutesOf = (hours: number): number => Math.round(hours * 60);

/** How long the way usually takes, in minutes: by road, or by air where that is faster. An estimate, no more. */
export const travelMinutes = (km: number): number =>
  minutesOf(Math.min((km * ROAD_FACTOR) / ROAD_KMH, FLIGHT.hours + km / FLIGHT.kmh));

/** What nobody manages in less, in minutes. */
export const fastestMinutes = (km: number): number =>
  minutesOf(Math.min(km / FASTEST.roadKmh, FASTEST.flightHours + km / FASTEST.flightKmh));

/** `kira-kira 1 jam 30 menit`: in steps of ten minutes, since it is an estimate. */
export function aboutWords(minutes: number): string {
  const rounded = Math.max(10, Math.round(minutes / 10) * 10);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  const parts = [hours > 0 ? `${hours} jam` : '', rest > 0 ? `${rest} menit` : ''];
  return `kira-kira ${parts.filter(Boolean).join(' ')}`;
}

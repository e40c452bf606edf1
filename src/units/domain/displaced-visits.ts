import { type OwnHours, dayHours } from '../../platform/text/day-hours.js';
import { dateOfDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Hosting } from './hosting-hours.js';
import { timeFaults, type RequestFault } from './hosting-request.js';
import { termsOf } from './kind-rules.js';
import { visitKindWords, type VisitKind } from './visit-kinds.js';

/** A visit that a host has agreed to and that is not over. */
export interface AgreedVisit {
  id: string;
  reference: string;
  kind: VisitKind;
  title: string;
  guestUnitName: string;
  hostUnit: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's. */
  timeZone: Zone;
  /** Which of the host's parallel places it has, from 1. */
  place: number;
  /** The larger of the size that was typed and the number of guests who did not decline. */
  partyCount: number;
  /** The size that the host agreed upon beyond its limit; null where none was asked for. */
  agreedParty: number | null;
  /** Codes of the programs it serves. */
  programs: string[];
}

/** What of an agreed visit a change touches: its time or place, the size of its party, or what it is about. */
export type DisplacedPart = 'time' | 'party' | 'program';

/** An agreed visit that a change would leave without something that was agreed upon, with the reason as a sentence. */
export interface DisplacedVisit extends AgreedVisit {
  part: DisplacedPart;
  because: string;
}

/** What is told of a displaced visit. */
export type Displacement = Pick<
  DisplacedVisit,
  'id' | 'reference' | 'title' | 'startsAt' | 'endsAt' | 'ownHours' | 'timeZone' | 'part' | 'because'
>;

/** Those that whoever makes the change has not been shown. */
export function unseenOf<Visit extends { id: string }>(
  displaced: readonly Visit[],
  seen: readonly string[],
): Visit[] {
  return displaced.filter(({ id }) => !seen.includes(id));
}

type Objection = RequestFault['code'] | 'no-place';

const hoursAndMinutes = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} jam`, rest > 0 && `${rest} menit`].filter(Boolean).join(' ');
};

/** A host's objection to a time, as a sentence. */
function timeWords(fault: RequestFault): string {
  switch (fault.code) {
    case 'host-not-open':
      return 'Tuan rumah tidak lagi menerima kunjungan.';
    case 'kind-not-received':
      return `Tuan rumah tidak lagi menerima ${visitKindWords[fault.kind].toLowerCase()}.`;
    case 'host-closed':
      return `Tutup pada ${formatCalendarDate(fault.date)}: ${fault.reason}.`;
    case 'longer-than-received':
      return `Tuan rumah menerima paling lama ${hoursAndMinutes(fault.bound)}.`;
    case 'shorter-than-received':
      return `Tuan rumah menerima paling singkat ${hoursAndMinutes(fault.bound)}.`;
    case 'outside-hosting-hours':
    case 'notice-too-short':
    case 'notice-too-long':
    case 'party-too-large':
      return 'Di luar jam kunjungan tuan rumah.';
  }
}

/** Whether two visits are at the same hours of a day. */
const meet = (one: AgreedVisit, other: AgreedVisit): boolean =>
  dayHours(one, one.timeZone).some(({ startsAt, endsAt }) =>
    dayHours(other, other.timeZone).some((hours) => hours.startsAt < endsAt && startsAt < hours.endsAt),
  );

/** What a host's rules have against an agreed visit; empty when nothing does. */
function objections(visit: AgreedVisit, host: Hosting, all: readonly AgreedVisit[]): Map<Objection, string> {
  const found = new Map<Objection, string>();
  for (const fault of timeFaults(visit, host)) found.set(fault.code, timeWords(fault));
  const { policy, kinds } = host;
  const before = all.filter((other) => other.place < visit.place && meet(other, visit));
  if (before.length + 1 > policy.capacity) {
    found.set('no-place', `Tuan rumah menerima paling banyak ${policy.capacity} kunjungan sekaligus.`);
  }
  const { largestParty } = termsOf(policy, kinds, visit.kind);
  if (largestParty !== null && visit.partyCount > Math.max(largestParty, visit.agreedParty ?? 0)) {
    found.set(
      'party-too-large',
      `Rombongan ${visit.partyCount} orang; tuan rumah menerima paling banyak ${largestParty} orang.`,
    );
  }
  return found;
}

/**
 * The agreed visits of one host that a change of its times would leave without one: closed, outside its hours, without a
 * place, of a kind or length it no longer receives, or with a party that is too large. What was so before is not named again.
 */
export function displacedVisits(
  visits: readonly AgreedVisit[],
  before: Hosting,
  after: Hosting,
): DisplacedVisit[] {
  return visits.flatMap((visit) => {
    const known = objections(visit, before, visits);
    const [because] = [...objections(visit, after, visits)].filter(([code]) => !known.has(code));
    if (!because) return [];
    const [code, words] = because;
    return [{ ...visit, part: code === 'party-too-large' ? 'party' : 'time', because: words }];
  });
}

/** Whether a visit touches a date of its host's calendar. */
export function touches(visit: AgreedVisit, date: string): boolean {
  const dateAt = (at: Date): string => dateOfDay(localDayAndMinute(at, visit.timeZone).day);
  return dayHours(visit, visit.timeZone).some(
    ({ startsAt, endsAt }) => dateAt(startsAt) <= date && date <= dateAt(new Date(endsAt.getTime() - 1)),
  );
}

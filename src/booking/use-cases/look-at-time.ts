import { sameHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { addDays, dayNumber, instantOnDay, mondayOf } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  checkRequest,
  closedDates,
  hostingHours,
  UnitFacts,
  type HostingFacts,
  type HostingRequest,
  type RequestFault,
  type VisitKind,
} from '../../units/index.js';
import { LONGEST_NOTICE } from '../../series/index.js';
import { FindFreeTime, type FoundWindow, type VisitMode } from '../../visits/index.js';
import { chosenTime, type ChosenTime, type TypedTime } from '../domain/chosen-time.js';
import { bestSlots, weekBounds, weekGrid, type BestSlot, type DayColumn } from '../domain/week-grid.js';
import { FindClashes, type Clashes } from '../queries/find-clashes.js';

/** A day of the grid; one without starts says why. */
export type GridDay = DayColumn & { emptyBecause: string | null };

export interface TimeView {
  timeZone: Zone;
  monday: string;
  /** Whether it is this week, before which nothing can be chosen. */
  isThisWeek: boolean;
  days: GridDay[];
  best: BestSlot[];
  /** The chosen time, or a sentence on what is missing. */
  chosen: ChosenTime | string;
  /** Rules of the host that the chosen time breaks, as sentences: it would be refused. */
  faults: string[];
  clashes: TimeClashes | null;
}

/** What stands against a time; `closed` is why the own unit is closed that day, null when it is not. */
export type TimeClashes = Clashes & { closed: string | null };

interface Wish {
  guest: string;
  host: { code: string; timeZone: Zone };
  kind: VisitKind | null;
  mode: VisitMode;
  time: TypedTime;
  week: string | null;
  /** Whether it is the first of several, which may lie further ahead. */
  repeats: boolean;
  party: { size: number; emails: string[] };
}

/** What the host's rules ask of a visit beside its time. */
type Asked = Pick<HostingRequest, 'kind' | 'party' | 'ahead'>;

/** How far the best times are looked for. */
const DAYS_AHEAD = 35;
const FARTHEST_DAYS = 800;
const BEST = 3;

/** When guest and host are both free, and what stands against the time that was chosen. */
@Injectable()
export class LookAtTime {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly free: FindFreeTime,
    private readonly clashes: FindClashes,
    private readonly catalog: ProblemCatalog,
  ) {}

  async execute({ guest, host, kind, mode, time, week, repeats, party }: Wish): Promise<TimeView> {
    const { timeZone } = host;
    const today = localDate(this.clock.now(), timeZone);
    const wanted = week === null ? null : within(mondayOf(week), today);
    const chosen = chosenTime(time, timeZone);
    const [windows, { facts, own }, clashes] = await Promise.all([
      this.windows(host, guest, wanted ?? today, { kind, mode, minutes: time.minutes, party: party.size }),
      this.factsAround(
        host,
        guest,
        wanted === null ? daysAhead(today) : [wanted, addDays(wanted, 6)],
        chosen,
      ),
      typeof chosen === 'string' ? null : this.against({ guest, host, mode, party }, chosen),
    ]);
    const best = bestSlots(windows, time.minutes, timeZone, BEST);
    const monday = wanted ?? mondayOf(best[0]?.value.slice(0, 10) ?? addDays(today, 7));
    const asked = { kind, party: party.size };
    const days = weekGrid(windows, monday, time.minutes, timeZone);
    return {
      ...{ timeZone, monday, best, chosen },
      isThisWeek: monday === mondayOf(today),
      days: days.map((day) => ({ ...day, emptyBecause: this.emptyBecause(day, facts, asked) })),
      faults:
        typeof chosen === 'string' ? [] : this.faults(facts, chosen, { ...asked, ...furtherIf(repeats) }),
      clashes: clashes && { ...clashes, closed: closedOn(own, chosen, timeZone) },
    };
  }

  private async windows(
    { code, timeZone }: Wish['host'],
    guest: string,
    monday: string,
    wish: { kind: VisitKind | null; mode: VisitMode; minutes: number; party: number },
  ): Promise<FoundWindow[]> {
    const now = this.clock.now();
    const week = weekBounds(monday, timeZone);
    // A day more on both sides, since the host's clock may be ahead.
    const to = Math.max(now.getTime() + DAYS_AHEAD * 86_400_000, week.to.getTime() + 86_400_000);
    const search = { from: now, to: new Date(to), guest, ...wish };
    return (await this.free.execute(code, search)).windows;
  }

  /** What host and guest say of the days that may be shown and of the chosen time. */
  private async factsAround(
    host: Wish['host'],
    guest: string,
    shown: readonly [string, string],
    chosen: ChosenTime | string,
  ): Promise<{ facts: HostingFacts; own: HostingFacts | null }> {
    const dates: string[] = [...shown];
    if (typeof chosen !== 'string') {
      dates.push(localDate(chosen.startsAt, host.timeZone), localDate(chosen.endsAt, host.timeZone));
    }
    dates.sort();
    const [from, to] = [dates[0] as string, dates.at(-1) as string];
    const found = await this.units.hostingOf([host.code, guest], from, to);
    const facts = found.get(host.code) ?? { ...nothing, timeZone: host.timeZone };
    return { facts, own: found.get(guest) ?? null };
  }

  /** Asks the host's own rules about its first hours on a day without free starts. */
  private emptyBecause({ date, slots }: DayColumn, facts: HostingFacts, asked: Asked): string | null {
    if (slots.length > 0) return null;
    const day = dayNumber(date);
    const { closure, windows } = hostingHours(facts, asked.kind)(day);
    if (closure) return closure.reason || 'Tutup';
    const [window] = windows;
    if (!window) return 'Tidak ada jam kunjungan';
    const [startsAt, endsAt] = [window.startsMinute, window.endsMinute].map((minute) =>
      instantOnDay(day, minute, facts.timeZone),
    ) as [Date, Date];
    const [fault] = this.check(facts, sameHours(startsAt, endsAt), asked);
    return (fault && emptyWords[fault.code]) ?? 'Tidak ada waktu luang bersama';
  }

  private faults(facts: HostingFacts, time: ChosenTime, asked: Asked): string[] {
    const past =
      time.startsAt <= this.clock.now() ? ['Waktu itu sudah lewat. Silakan pilih waktu lain.'] : [];
    return [...past, ...this.check(facts, time, asked).map((fault) => this.textOf(fault))];
  }

  private check(facts: HostingFacts, time: ChosenTime, asked: Asked): RequestFault[] {
    const { timeZone } = facts;
    return checkRequest({ ...time, ...asked, now: this.clock.now(), timeZone }, facts);
  }

  private textOf({ code, ...facts }: RequestFault): string {
    const detail = this.catalog.problem(code)?.detail ?? code;
    return typeof detail === 'string' ? detail : detail(facts);
  }

  private against(
    { guest, host, mode, party: { emails } }: Pick<Wish, 'guest' | 'host' | 'mode' | 'party'>,
    time: ChosenTime,
  ): Promise<Clashes> {
    const now = this.clock.now();
    return this.clashes.execute({ guest, host: host.code, ...time, emails, mode, now });
  }
}

/** Why the own unit is closed on the day of a time; null when it is not. */
function closedOn(own: HostingFacts | null, time: ChosenTime | string, timeZone: Zone): string | null {
  if (!own || typeof time === 'string') return null;
  const date = localDate(time.startsAt, timeZone);
  const [closed] = closedDates({ ...own, holidays: [] }, date, date);
  return closed?.reason ?? null;
}

/** The days among which the week is that is shown while none is chosen: that of the best time, or the next. */
const daysAhead = (today: string): [string, string] => [
  mondayOf(today),
  addDays(mondayOf(addDays(today, DAYS_AHEAD + 1)), 6),
];

/** The first of several may lie further ahead than the host else allows. */
const furtherIf = (repeats: boolean): Pick<HostingRequest, 'ahead'> =>
  repeats ? { ahead: LONGEST_NOTICE } : {};

/** A unit without a policy receives nobody. */
const nothing: Omit<HostingFacts, 'timeZone'> = {
  policy: {
    open: false,
    capacity: 1,
    onlineTakesPlace: false,
    largestParty: null,
    shortestNoticeDays: 0,
    longestNoticeDays: 0,
    lateMinutes: 15,
    takesSignatures: false,
    windows: [],
    identityRule: '',
    phoneRule: '',
    cameraRule: '',
  },
  closedDays: [],
  holidays: [],
  periods: [],
  kinds: [],
};

const emptyWords: Partial<Record<RequestFault['code'], string>> = {
  'host-not-open': 'Belum menerima kunjungan',
  'kind-not-received': 'Bentuk kunjungan ini tidak diterima',
  'notice-too-short': 'Terlalu mendadak',
  'notice-too-long': 'Terlalu jauh hari',
  'party-too-large': 'Rombongan terlalu besar',
  'outside-hosting-hours': 'Di luar jam kunjungan',
};

/** A week that lies not before this one, and not where nobody plans. */
function within(monday: string, today: string): string {
  const [first, last] = [mondayOf(today), mondayOf(addDays(today, FARTHEST_DAYS))];
  return monday < first ? first : monday > last ? last : monday;
}

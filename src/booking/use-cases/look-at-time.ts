import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { addDays, dayNumber, instantOnDay, isoWeekday } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { checkRequest, UnitFacts, type HostingFacts, type RequestFault } from '../../units/index.js';
import { FindFreeTime, type FoundWindow } from '../../visits/index.js';
import { chosenTime, type ChosenTime, type TypedTime } from '../domain/chosen-time.js';
import {
  bestSlots,
  mondayOf,
  weekBounds,
  weekGrid,
  type BestSlot,
  type DayColumn,
} from '../domain/week-grid.js';
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
  clashes: Clashes | null;
}

interface Wish {
  guest: string;
  host: { code: string; timeZone: Zone };
  time: TypedTime;
  week: string | null;
  party: { size: number; emails: string[] };
}

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

  async execute({ guest, host, time, week, party }: Wish): Promise<TimeView> {
    const { timeZone } = host;
    const today = localDate(this.clock.now(), timeZone);
    const wanted = week === null ? null : within(mondayOf(week), today);
    const windows = await this.windows(host, guest, wanted ?? today, time.minutes, party.size);
    const best = bestSlots(windows, time.minutes, timeZone, BEST);
    const monday = wanted ?? mondayOf(best[0]?.value.slice(0, 10) ?? addDays(today, 7));
    const chosen = chosenTime(time, timeZone);
    const facts = await this.factsAround(host, monday, chosen);
    const days = weekGrid(windows, monday, time.minutes, timeZone);
    return {
      ...{ timeZone, monday, best, chosen },
      isThisWeek: monday === mondayOf(today),
      days: days.map((day) => ({ ...day, emptyBecause: this.emptyBecause(day, facts, party.size) })),
      faults: typeof chosen === 'string' ? [] : this.faults(facts, chosen, party.size),
      clashes: typeof chosen === 'string' ? null : await this.against(guest, host, chosen, party.emails),
    };
  }

  private async windows(
    { code, timeZone }: Wish['host'],
    guest: string,
    monday: string,
    minutes: number,
    party: number,
  ): Promise<FoundWindow[]> {
    const now = this.clock.now();
    const week = weekBounds(monday, timeZone);
    // A day more on both sides, since the host's clock may be ahead.
    const to = Math.max(now.getTime() + DAYS_AHEAD * 86_400_000, week.to.getTime() + 86_400_000);
    const search = { from: now, to: new Date(to), minutes, party, guest };
    return (await this.free.execute(code, search)).windows;
  }

  private async factsAround(
    host: Wish['host'],
    monday: string,
    chosen: ChosenTime | string,
  ): Promise<HostingFacts> {
    const dates = [monday, addDays(monday, 6)];
    if (typeof chosen !== 'string') {
      dates.push(localDate(chosen.startsAt, host.timeZone), localDate(chosen.endsAt, host.timeZone));
    }
    dates.sort();
    const facts = await this.units.hostingFacts(host.code, dates[0] as string, dates.at(-1) as string);
    return facts ?? { ...nothing, timeZone: host.timeZone };
  }

  /** Asks the host's own rules about the first hour it usually receives guests on a day without free starts. */
  private emptyBecause({ date, slots }: DayColumn, facts: HostingFacts, party: number): string | null {
    if (slots.length > 0) return null;
    const weekday = isoWeekday(date);
    const window = facts.policy.windows.find((each) => each.weekday === weekday);
    if (!window) return 'Tidak ada jam kunjungan';
    const [startsAt, endsAt] = [window.startsMinute, window.endsMinute].map((minute) =>
      instantOnDay(dayNumber(date), minute, facts.timeZone),
    ) as [Date, Date];
    const [fault] = this.check(facts, { startsAt, endsAt }, party);
    return fault ? (emptyWords[fault.code] ?? reasonOf(fault)) : 'Tidak ada waktu luang bersama';
  }

  private faults(facts: HostingFacts, time: ChosenTime, party: number): string[] {
    const past =
      time.startsAt <= this.clock.now() ? ['Waktu itu sudah lewat. Silakan pilih waktu lain.'] : [];
    return [...past, ...this.check(facts, time, party).map((fault) => this.textOf(fault))];
  }

  private check(facts: HostingFacts, time: ChosenTime, party: number): RequestFault[] {
    const { policy, closedDays, holidays, timeZone } = facts;
    return checkRequest({ ...time, party, now: this.clock.now(), timeZone }, policy, closedDays, holidays);
  }

  private textOf({ code, ...facts }: RequestFault): string {
    const detail = this.catalog.problem(code)?.detail ?? code;
    return typeof detail === 'string' ? detail : detail(facts);
  }

  private against(guest: string, host: Wish['host'], time: ChosenTime, emails: string[]): Promise<Clashes> {
    const date = localDate(time.startsAt, host.timeZone);
    return this.clashes.execute({ guest, host: host.code, ...time, date, emails, now: this.clock.now() });
  }
}

/** A unit without a policy receives nobody. */
const nothing: Omit<HostingFacts, 'timeZone'> = {
  policy: {
    open: false,
    capacity: 1,
    largestParty: null,
    shortestNoticeDays: 0,
    longestNoticeDays: 0,
    windows: [],
    identityRule: '',
    phoneRule: '',
    cameraRule: '',
  },
  closedDays: [],
  holidays: [],
};

const emptyWords: Partial<Record<RequestFault['code'], string>> = {
  'host-not-open': 'Belum menerima kunjungan',
  'notice-too-short': 'Terlalu mendadak',
  'notice-too-long': 'Terlalu jauh hari',
  'party-too-large': 'Rombongan terlalu besar',
  'outside-hosting-hours': 'Di luar jam kunjungan',
};

const reasonOf = (fault: RequestFault): string =>
  fault.code === 'host-closed' ? fault.reason || 'Tutup' : 'Tidak ada waktu luang bersama';

/** A week that lies not before this one, and not where nobody plans. */
function within(monday: string, today: string): string {
  const [first, last] = [mondayOf(today), mondayOf(addDays(today, FARTHEST_DAYS))];
  return monday < first ? first : monday > last ? last : monday;
}

import { sameHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { dayNumber, instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { checkRequest, UnitFacts, type HostingFacts, type RequestFault } from '../../units/index.js';
import { VisitError } from '../../visits/index.js';
import { SeriesError } from '../domain/error-codes.js';
import { datesOf, recurrenceFault, type Recurrence } from '../domain/recurrence.js';

/** How many days ahead a date of a series may lie; the host's own longest notice holds where it is more. */
export const LONGEST_NOTICE = 365;

export interface SeriesPlan {
  hostUnit: string;
  /** Of the first date. */
  startsAt: Date;
  endsAt: Date;
  rule: Omit<Recurrence, 'firstOn'>;
  party: number;
}

/** A date of a planned series. */
export interface PlannedDate {
  date: string;
  startsAt: Date;
  endsAt: Date;
  /** Why there is no visit on it; null where there is one. */
  skipped: string | null;
}

export interface PlannedSeries {
  timeZone: Zone;
  rule: Recurrence;
  dates: PlannedDate[];
}

/** Works out the dates of a series, and which of them its host does not receive anybody on. */
@Injectable()
export class PlanSeries {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
  ) {}

  /**
   * @throws SeriesError what is wrong with the rule
   * @throws VisitError `unknown-unit`, and what the host has against all dates alike
   */
  async execute({ hostUnit, startsAt, endsAt, rule, party }: SeriesPlan): Promise<PlannedSeries> {
    const unit = await this.units.byCode(hostUnit);
    if (!unit) throw new VisitError('unknown-unit', { unit: hostUnit });
    const { timeZone } = unit;
    const whole = { ...rule, firstOn: localDate(startsAt, timeZone) };
    const fault = recurrenceFault(whole);
    if (fault)
      throw new SeriesError(fault, { until: rule.until }, [{ field: 'until', message: faultWords[fault] }]);
    if (startsAt >= endsAt) throw new VisitError('ends-before-start');
    const facts = await this.units.hostingFacts(hostUnit, whole.firstOn, whole.until);
    if (!facts) throw new VisitError('host-not-open');
    const { minute } = localDayAndMinute(startsAt, timeZone);
    const length = endsAt.getTime() - startsAt.getTime();
    const dates = datesOf(whole).map((date): PlannedDate => {
      const starts = instantOnDay(dayNumber(date), minute, timeZone);
      const time = { startsAt: starts, endsAt: new Date(starts.getTime() + length) };
      return { date, ...time, skipped: this.skippedBecause(time, party, facts) };
    });
    if (dates.every(({ skipped }) => skipped !== null)) {
      throw new SeriesError('series-too-short', {}, [{ field: 'until', message: noneLeft }]);
    }
    return { timeZone, rule: whole, dates };
  }

  private skippedBecause(
    time: { startsAt: Date; endsAt: Date },
    party: number,
    facts: HostingFacts,
  ): string | null {
    const now = this.clock.now();
    if (time.startsAt <= now) return 'Waktunya sudah lewat';
    const { timeZone } = facts;
    const kind = 'coordination';
    const days = sameHours(time.startsAt, time.endsAt);
    for (const fault of checkRequest({ ...days, party, kind, now, timeZone, ahead: LONGEST_NOTICE }, facts)) {
      const words = wordsOf(fault);
      if (words === null) throw new VisitError(fault.code, fault);
      return words;
    }
    return null;
  }
}

/** Why a single date is skipped; null for what speaks against all of them. */
function wordsOf(fault: RequestFault): string | null {
  if (fault.code === 'host-closed') return fault.reason.trim() || 'Tuan rumah tutup';
  if (fault.code === 'outside-hosting-hours') return 'Di luar jam kunjungan tuan rumah';
  if (fault.code === 'notice-too-short') return 'Terlalu dekat dengan hari ini';
  if (fault.code === 'notice-too-long') return `Lebih dari ${LONGEST_NOTICE} hari lagi`;
  return null;
}

const noneLeft = 'tidak ada tanggal yang dapat dipakai';

const faultWords = {
  'series-rule-misfits': 'pengulangan itu tidak cocok dengan tanggal pertamanya',
  'series-too-long': 'paling lama 12 bulan sejak tanggal pertama',
  'series-too-short': 'belum ada pertemuan kedua sampai tanggal itu',
} as const;

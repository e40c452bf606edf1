import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { AppError, type FieldFault } from '../../platform/errors/app-error.js';
import type { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { asAppError } from '../../platform/http/as-app-error.js';
import { bodyOf } from '../../platform/http/described-body.js';
import { EachUuidOrNull, IsCalendarDate, IsClock, IsText } from '../../platform/http/fields.js';
import type { SentForm } from '../../platform/pages/forms.js';
import type { Zone } from '../../platform/text/zones.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { LONGEST_DAY_LINES, readDayHours } from '../../platform/text/typed-day-hours.js';
import { RequestError } from '../../platform/http/request-error.js';
import { instantAt } from '../../platform/text/instant-at.js';
import { AcceptanceForm } from '../use-cases/acceptance.dto.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import { visitFields } from '../domain/visit-fields.js';

/** A day and hours in the host's zone, as a form sends them. */
export interface SentTimes {
  day?: string;
  /** Of a visit of several days. */
  lastDay?: string;
  from?: string;
  to?: string;
  /** Days with other hours, a line each. */
  ownHours?: string;
}

/** One step of a visit. */
export class StepForm extends AcceptanceForm implements SentTimes {
  /** The version the page showed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(2000)
  reason?: string;

  /** That a visit is over before its planned end. */
  @IsOptional()
  @IsIn(['ya'])
  sure?: string;

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @IsCalendarDate()
  lastDay?: string;

  @IsOptional()
  @IsClock()
  from?: string;

  @IsOptional()
  @IsClock()
  to?: string;

  @IsOptional()
  @IsText(LONGEST_DAY_LINES)
  ownHours?: string;
}

/** What a visit says; a draft's time among it. */
export class EditForm extends bodyOf(visitFields) implements SentTimes {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  /** Of the questions in their order; null for one that was typed into an empty row. */
  @IsOptional()
  @EachUuidOrNull()
  learningQuestionIds?: (string | null)[];

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @IsCalendarDate()
  lastDay?: string;

  @IsOptional()
  @IsClock()
  from?: string;

  @IsOptional()
  @IsClock()
  to?: string;

  @IsOptional()
  @IsText(LONGEST_DAY_LINES)
  ownHours?: string;
}

/** A form whose named fields, left empty, mean that there is nothing. */
export const emptyAsNull = (sent: SentForm | undefined, names: readonly string[]): SentForm => ({
  ...sent,
  ...Object.fromEntries(
    names
      .filter((name) => typeof sent?.[name] === 'string' && sent[name].trim() === '')
      .map((name) => [name, null]),
  ),
});

/** Days and hours that were filled in. */
export const timesIn = (sent: Readonly<Record<keyof SentTimes, string | null | undefined>>): SentTimes =>
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value)) as SentTimes;

/** The names of the fields of a time. */
export const timeNames = [
  'day',
  'lastDay',
  'from',
  'to',
  'ownHours',
] as const satisfies readonly (keyof SentTimes)[];

/**
 * The instants of a day's hours; what was left empty is undefined.
 *
 * @throws RequestError `validation-failed` at the lines of days with other hours
 */
export function instantsOf(
  { day, lastDay, from, to, ownHours = '' }: SentTimes,
  zone: Zone,
): Partial<DayTime> {
  if (day && from && to) {
    const time = readDayHours({ day, lastDay: lastDay || day, from, to, dayLines: ownHours }, zone);
    if (typeof time !== 'string') return time;
    throw new RequestError('validation-failed', {}, [{ field: 'ownHours', message: time }]);
  }
  const at = (date: string | undefined, clock: string | undefined): Date | undefined =>
    date === undefined || clock === undefined ? undefined : instantAt(date, clock, zone);
  const [startsAt, endsAt] = [at(day, from), at(day && (lastDay || day), to)];
  return { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
}

const besides: Readonly<Partial<Record<VisitErrorCode, FieldFault>>> = {
  'reason-needed': { field: 'reason', message: 'wajib diisi' },
  'not-yet-over': { field: 'sure', message: 'mohon pastikan' },
  'times-needed': { field: 'day', message: 'hari dan jam wajib diisi' },
  'ends-before-start': { field: 'to', message: 'harus sesudah jam mulai' },
  'visit-too-long': { field: 'to', message: 'kunjungan paling lama 14 hari' },
  'time-too-far': { field: 'day', message: 'terlalu jauh' },
  'time-has-passed': { field: 'day', message: 'sudah lewat' },
  'notice-too-short': { field: 'day', message: 'terlalu dekat' },
  'notice-too-long': { field: 'day', message: 'terlalu jauh' },
  'host-closed': { field: 'day', message: 'tuan rumah tidak menerima kunjungan pada hari ini' },
  'outside-hosting-hours': { field: 'from', message: 'di luar jam kunjungan tuan rumah' },
  'recorded-too-early': { field: 'day', message: 'terlalu lama berlalu' },
  'recorded-time-ahead': { field: 'day', message: 'harus sudah lewat' },
  'host-time-taken': { field: 'from', message: 'waktu ini sudah terisi' },
  'party-too-large': {
    field: 'partySize',
    message: 'melebihi yang dapat diterima tuan rumah',
  },
  'participant-twice': {
    field: 'email',
    message: 'sudah terdaftar pada kunjungan ini',
  },
  'participant-double': {
    field: 'name',
    message: 'sudah tercatat; bila orang lain, lengkapi jabatannya',
  },
};

/** Does the work, and puts a refusal, a broken constraint among them, beside the field that it is about. */
export async function besideFields<Result>(
  catalog: ProblemCatalog,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    const error = asAppError(thrown, catalog);
    const fault = error && besides[error.code as VisitErrorCode];
    if (!fault || error.faults.length > 0) throw thrown;
    throw new AppError(error.code, error.facts, [fault]);
  }
}

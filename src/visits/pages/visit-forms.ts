import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { AppError, type FieldFault } from '../../platform/errors/app-error.js';
import type { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { asAppError } from '../../platform/http/as-app-error.js';
import { IsCalendarDate, IsText } from '../../platform/http/fields.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import { VisitDetailsBody } from '../use-cases/visit-details.dto.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day and hours in the host's zone, as a form sends them. */
export interface SentTimes {
  day?: string;
  from?: string;
  to?: string;
}

/** One step of a visit. */
export class StepForm implements SentTimes {
  /** The version the page showed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(2000)
  reason?: string;

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @Matches(CLOCK)
  from?: string;

  @IsOptional()
  @Matches(CLOCK)
  to?: string;
}

/** What a visit says; a draft's time among it. */
export class EditForm extends VisitDetailsBody implements SentTimes {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @Matches(CLOCK)
  from?: string;

  @IsOptional()
  @Matches(CLOCK)
  to?: string;
}

/** The fields of a form that were filled in. */
export const filled = (sent: SentForm | undefined): SentForm =>
  Object.fromEntries(
    Object.entries(sent ?? {}).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );

/** A form whose named fields, left empty, mean that there is nothing. */
export const emptyAsNull = (sent: SentForm | undefined, names: readonly string[]): SentForm => ({
  ...sent,
  ...Object.fromEntries(
    names
      .filter((name) => typeof sent?.[name] === 'string' && sent[name].trim() === '')
      .map((name) => [name, null]),
  ),
});

/** A name sent once comes as a text, several times as a list. */
export const asList = (value: unknown): unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** The instants of a day's hours; what was left empty is undefined. */
export function instantsOf({ day, from, to }: SentTimes, zone: Zone): { startsAt?: Date; endsAt?: Date } {
  const at = (clock: string | undefined): Date | undefined => {
    if (day === undefined || clock === undefined) return undefined;
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return instantOnDay(dayNumber(day), hours * 60 + minutes, zone);
  };
  const [startsAt, endsAt] = [at(from), at(to)];
  return { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
}

const besides: Readonly<Partial<Record<VisitErrorCode, FieldFault>>> = {
  'reason-needed': { field: 'reason', message: 'wajib diisi' },
  'times-needed': { field: 'day', message: 'hari dan jam wajib diisi' },
  'ends-before-start': { field: 'to', message: 'harus sesudah jam mulai' },
  'visit-too-long': { field: 'to', message: 'kunjungan paling lama 14 hari' },
  'time-too-far': { field: 'day', message: 'terlalu jauh' },
  'time-has-passed': { field: 'day', message: 'sudah lewat' },
  'notice-too-short': { field: 'day', message: 'terlalu dekat' },
  'notice-too-long': { field: 'day', message: 'terlalu jauh' },
  'host-closed': { field: 'day', message: 'tuan rumah tidak menerima kunjungan pada hari ini' },
  'outside-hosting-hours': { field: 'from', message: 'di luar jam kunjungan tuan rumah' },
  'host-time-taken': { field: 'from', message: 'waktu ini sudah terisi' },
  'party-too-large': { field: 'partySize', message: 'melebihi yang dapat diterima tuan rumah' },
  'participant-twice': { field: 'email', message: 'sudah terdaftar pada kunjungan ini' },
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

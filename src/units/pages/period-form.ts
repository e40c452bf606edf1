import { IsIn, IsInt, IsNotEmpty, IsOptional, Min } from 'class-validator';
import { IsCalendarDate, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import { typed } from '../../platform/pages/forms.js';
import { LONGEST_PERIOD_NAME, type PeriodTerms } from '../domain/hosting-period.js';
import { atFirstDay, readWeek, WeekForm } from './week-form.js';

/** A period with other hours as it is typed. */
export class PeriodForm extends WeekForm {
  @IsText(LONGEST_PERIOD_NAME)
  @IsNotEmpty()
  name: string;

  @IsCalendarDate()
  from: string;

  @IsCalendarDate()
  until: string;

  @IsOptional()
  @IsIn(['ya'])
  closed?: string;

  /** The version that was shown, of one that is stored. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  version?: number;

  /** Ids of the displaced visits that were shown before saving all the same. */
  @MayBeLeftOut()
  @IsText(50_000)
  displaced?: string;
}

/** What was sent, in the shape of `PeriodForm`. */
export function readPeriod(sent: SentForm = {}): SentForm {
  const { version, ...rest } = sent;
  return typeof version === 'string' ? { ...rest, version: Number(version) } : rest;
}

/**
 * The period that a form says.
 *
 * @throws RequestError `validation-failed` naming each day that cannot be read
 */
export function termsOfForm(form: PeriodForm): PeriodTerms {
  const { name, from, until } = form;
  const { windows, faults } = readWeek(form);
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
  return { name, from, until, closed: form.closed === 'ya', windows };
}

/** Faults of windows stand at the first day of the week. */
export const atPeriodFields = (faults: FormFaults): FormFaults => ({
  ...faults,
  fields: Object.fromEntries(Object.entries(faults.fields).map(([field, text]) => [atFirstDay(field), text])),
});

/** The version of a form that changes or removes what is stored. @throws RequestError `validation-failed` */
export function versionOf(sent: SentForm | undefined): number {
  const version = Number(typed(sent, 'version'));
  if (Number.isInteger(version) && version > 0) return version;
  throw new RequestError('validation-failed', {}, [{ field: 'version', message: 'belum ada' }]);
}

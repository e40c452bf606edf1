import { IsOptional } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import type { AskedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import type { Actor } from '../../platform/security/actor.js';
import { addDays, lastDateOf } from '../../platform/text/calendar-dates.js';
import { isDateInRange } from '../../platform/text/date-range.js';
import { statesWithout, visitStates, type ProgramChoice, type VisitState } from '../../visits/index.js';
import type { CalendarUnit } from '../queries/calendar-units.js';
import { calendarScopes, type CalendarScope } from '../queries/calendar-visits.js';

/** What a calendar is asked for. What no choice has shows what is usual: a form's empty choice is one. */
export class CalendarQuery {
  @IsOptional()
  @IsText(20)
  lingkup?: string;

  @IsOptional()
  @IsText(40)
  keadaan?: string;

  @IsOptional()
  @IsText(80)
  program?: string;

  /** Code of a unit: its visits and its closed days alone. */
  @IsOptional()
  @IsText(80)
  upt?: string;

  @IsOptional()
  @IsText(20)
  tampilan?: string;

  /** The month of the list, `YYYY-MM`. */
  @IsOptional()
  @IsText(60)
  bulan?: string;

  /** First and last date of a view. */
  @IsOptional()
  @IsText(20)
  dari?: string;

  @IsOptional()
  @IsText(20)
  sampai?: string;
}

export interface CalendarChoice {
  scope: CalendarScope;
  state: VisitState | undefined;
  program: string | undefined;
  unit: string | undefined;
}

/** How the calendar in the browser shows the visits. */
export const calendarViews = ['bulan', 'minggu', 'daftar'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** The states that are shown: the chosen one, or all of visits that have not come to nothing. */
export const statesOf = ({ state }: CalendarChoice): readonly VisitState[] =>
  state ? [state] : statesWithout('endedEarly');

/** The scopes somebody can choose, the usual one first. */
export function scopesOf({ unit, regionalOffice }: Actor): CalendarScope[] {
  if (unit !== null) return ['unit', 'saya', 'wilayah'];
  return regionalOffice !== null ? ['wilayah', 'saya'] : ['semua', 'saya'];
}

export function choiceOf(
  actor: Actor,
  asked: CalendarQuery,
  offered?: { programs: readonly ProgramChoice[]; units: readonly CalendarUnit[] },
): CalendarChoice {
  const own = scopesOf(actor);
  const scope = calendarScopes.find((each) => each === asked.lingkup && own.includes(each)) ?? own[0];
  const among = (list: readonly { code: string }[] | undefined, wanted: string | undefined) =>
    list ? list.find(({ code }) => code === wanted)?.code : wanted || undefined;
  return {
    scope: scope ?? 'saya',
    state: visitStates.find((each) => each === asked.keadaan),
    program: among(offered?.programs, asked.program),
    unit: among(offered?.units, asked.upt),
  };
}

/** How many filters differ from what is usual. */
export function activeFilters(actor: Actor, { scope, state, program, unit }: CalendarChoice): number {
  return [scope !== scopesOf(actor)[0], state, program, unit].filter(Boolean).length;
}

/** First and last date of a period, both in it. */
export interface Dates {
  from: string;
  to: string;
}

/** The month that was asked for (`YYYY-MM`), or the one of a date. */
export function monthOf(asked: AskedCalendar, today: string): Dates {
  const month = asked.value ?? today.slice(0, 7);
  return { from: `${month}-01`, to: lastDateOf(month) };
}

const MOST_DAYS = 62;

/** The dates of a view; null for what is no period of at most two months. */
export function datesOf({ dari, sampai }: CalendarQuery): Dates | null {
  if (!isDateInRange(dari) || !isDateInRange(sampai) || sampai < dari) return null;
  return sampai > addDays(dari, MOST_DAYS) ? null : { from: dari, to: sampai };
}

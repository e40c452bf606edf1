import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor, RoutePolicy } from '../../platform/security/actor.js';
import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Scope } from '../queries/scope.js';

/** Those who look over a region, or over all. */
export const overRegions: RoutePolicy = ({ role }) => role === 'regional' || role === 'administrator';

/** What the page is asked for; what is empty or no choice asks for nothing. */
export class SinergiQuery {
  @IsOptional()
  @IsText(20)
  dari?: string;

  @IsOptional()
  @IsText(20)
  sampai?: string;

  /** Of administrators only; a regional office looks at its own region. */
  @IsOptional()
  @IsText(80)
  kanwil?: string;

  @IsOptional()
  @IsText(80)
  program?: string;
}

/** What a list behind a figure is asked for. */
export class SinergiListQuery extends SinergiQuery {
  @IsOptional()
  @IsText(40)
  keadaan?: string;

  @IsOptional()
  @IsText(80)
  tamu?: string;

  @IsOptional()
  @IsText(80)
  tuan?: string;

  @IsOptional()
  @IsText(5)
  dijawab?: string;

  @IsOptional()
  @IsString()
  @MaxLength(600)
  cursor?: string;
}

/** The visits to look at; without a period, those of this year. */
export function scopeOf(actor: Actor, asked: SinergiQuery, now: Date): Scope {
  const year = localDate(now, actor.timeZone).slice(0, 4);
  const from = isCalendarDate(asked.dari) ? asked.dari : `${year}-01-01`;
  const to = isCalendarDate(asked.sampai) ? asked.sampai : `${year}-12-31`;
  const office = actor.role === 'administrator' ? asked.kanwil || null : (actor.regionalOffice ?? '');
  return { from, to, office, program: asked.program || null };
}

/** The parameters of an address that ask for the scope again. */
export const askedFor = (actor: Actor, { from, to, office, program }: Scope): Chosen => ({
  dari: from,
  sampai: to,
  kanwil: actor.role === 'administrator' ? (office ?? undefined) : undefined,
  program: program ?? undefined,
});

/** Addresses of the lists behind figures. */
export interface FigureLinks {
  visits(cut: Chosen): string;
  promises(kind: string): string;
}

export function linksOf(actor: Actor, scope: Scope): FigureLinks {
  const asked = askedFor(actor, scope);
  return {
    visits: (cut) => pathWith('/sinergi/kunjungan', { ...asked, ...cut }),
    promises: (keadaan) => pathWith('/sinergi/tindak-lanjut', { ...asked, keadaan }),
  };
}

import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import { askedCalendar, assertRead, type AskedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import { localDate } from '../../platform/text/dates.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf } from '../../platform/security/capabilities.js';
import type { NowFigure } from '../domain/figure-kinds.js';
import type { Preset } from '../domain/period.js';
import { scopeOf, type Scope } from '../domain/scope.js';

/** What the page is asked for; what is empty or no choice asks for nothing. */
export class SinergiQuery {
  /** Months, `2025-10` in links, or as they were typed. */
  @IsOptional()
  @IsText(60)
  dari?: string;

  @IsOptional()
  @IsText(60)
  sampai?: string;

  /** A period by name, in place of months. */
  @IsOptional()
  @IsText(20)
  periode?: string;

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

  /** Regional offices of guest and host. */
  @IsOptional()
  @IsText(80)
  asal?: string;

  @IsOptional()
  @IsText(80)
  tujuan?: string;

  @IsOptional()
  @IsText(5)
  dijawab?: string;

  @IsOptional()
  @IsText(20)
  ringkasan?: string;

  /** What came of learning questions. */
  @IsOptional()
  @IsText(20)
  pelajaran?: string;

  @IsOptional()
  @IsString()
  @MaxLength(600)
  cursor?: string;
}

/** Periods by name as addresses and the page call them. */
export const presetWords: Readonly<Record<Preset, readonly [inAddress: string, name: string]>> = {
  month: ['bulan-ini', 'Bulan ini'],
  quarter: ['triwulan-ini', 'Triwulan ini'],
  semester: ['semester-ini', 'Semester ini'],
  year: ['tahun-ini', 'Tahun ini'],
};

/** What a page was asked for, with the months as they were typed. */
export interface TypedScope extends Scope {
  typed: { dari: AskedCalendar; sampai: AskedCalendar };
}

export function askedScope(actor: Actor, asked: SinergiQuery, now: Date): TypedScope {
  const { periode, kanwil: office, program } = asked;
  const preset = Object.entries(presetWords).find(([, [inAddress]]) => inAddress === periode)?.[0];
  const today = localDate(now, actor.timeZone);
  const dari = askedCalendar('month', preset ? undefined : asked.dari, today);
  const sampai = askedCalendar('month', preset ? undefined : asked.sampai, today);
  const scope = scopeOf(actor, { from: dari.value, to: sampai.value, preset, office, program }, now);
  const isCut = [dari, sampai].some(({ value }) => value !== undefined && value < scope.from);
  const whole = isCut ? { ...dari, fault: 'Periode paling lama sepuluh tahun.' } : dari;
  return { ...scope, typed: { dari: whole, sampai } };
}

/**
 * The same for a file, in which nothing beside the figures says what could not be read.
 *
 * @throws RequestError `validation-failed`
 */
export function readableScope(actor: Actor, asked: SinergiQuery, now: Date): Scope {
  const { typed, ...scope } = askedScope(actor, asked, now);
  assertRead(typed);
  return scope;
}

/** The parameters of an address that ask for the scope again. */
export const scopeAskedFor = (actor: Actor, { from, to, office, program }: Scope): Chosen => ({
  dari: from,
  sampai: to,
  kanwil: reachOf(actor) === 'nation' ? (office ?? undefined) : undefined,
  program: program ?? undefined,
});

/** Addresses of the lists behind figures. */
export interface FigureLinks {
  visits(cut: Chosen): string;
  promises(kind: string): string;
  /** What stands now; the period goes along for the way back. */
  now(figure: NowFigure): string;
  notes(): string;
  replications(): string;
  results(): string;
  silent(): string;
  /** The file of how long every host took to answer. */
  allAnswers(): string;
}

export function linksOf(actor: Actor, scope: Scope): FigureLinks {
  const asked = scopeAskedFor(actor, scope);
  const visits = (cut: Chosen): string => pathWith('/sinergi/kunjungan', { ...asked, ...cut });
  const promises = (keadaan: string): string => pathWith('/sinergi/tindak-lanjut', { ...asked, keadaan });
  const now: Readonly<Record<NowFigure, string>> = {
    unanswered: visits({ keadaan: 'belum-dijawab' }),
    summariesDue: visits({ ringkasan: 'menunggu' }),
    summariesLate: visits({ ringkasan: 'terlambat' }),
    promisesOpen: promises('waiting'),
    promisesOverdue: promises('overdue'),
  };
  return {
    visits,
    promises,
    now: (figure) => now[figure],
    notes: () => pathWith('/sinergi/praktik-baik', asked),
    replications: () => pathWith('/sinergi/replikasi', asked),
    results: () => pathWith('/sinergi/hasil', asked),
    silent: () => pathWith('/sinergi/belum-ikut', asked),
    allAnswers: () => pathWith('/sinergi/unduh.csv', { ...asked, tabel: 'jawaban', format: 'csv-excel' }),
  };
}

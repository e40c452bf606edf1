import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf } from '../../platform/security/capabilities.js';
import type { Preset } from '../domain/period.js';
import { scopeOf, type Scope } from '../domain/scope.js';

/** What the page is asked for; what is empty or no choice asks for nothing. */
export class SinergiQuery {
  /** Months `YYYY-MM`. */
  @IsOptional()
  @IsText(20)
  dari?: string;

  @IsOptional()
  @IsText(20)
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

export function askedScope(actor: Actor, asked: SinergiQuery, now: Date): Scope {
  const { dari: from, sampai: to, periode, kanwil: office, program } = asked;
  const preset = Object.entries(presetWords).find(([, [inAddress]]) => inAddress === periode)?.[0];
  return scopeOf(actor, { from, to, preset, office, program }, now);
}

/** The parameters of an address that ask for the scope again. */
export const askedFor = (actor: Actor, { from, to, office, program }: Scope): Chosen => ({
  dari: from,
  sampai: to,
  kanwil: reachOf(actor) === 'nation' ? (office ?? undefined) : undefined,
  program: program ?? undefined,
});

/** Addresses of the lists behind figures. */
export interface FigureLinks {
  visits(cut: Chosen): string;
  promises(kind: string): string;
  notes(): string;
  replications(): string;
  silent(): string;
}

export function linksOf(actor: Actor, scope: Scope): FigureLinks {
  const asked = askedFor(actor, scope);
  return {
    visits: (cut) => pathWith('/sinergi/kunjungan', { ...asked, ...cut }),
    promises: (keadaan) => pathWith('/sinergi/tindak-lanjut', { ...asked, keadaan }),
    notes: () => pathWith('/sinergi/praktik-baik', asked),
    replications: () => pathWith('/sinergi/replikasi', asked),
    silent: () => pathWith('/sinergi/belum-ikut', asked),
  };
}

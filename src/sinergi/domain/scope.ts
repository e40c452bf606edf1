import type { Actor } from '../../platform/security/actor.js';
import { allows, reachOf } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import { isMonth, periodOf, presetPeriod, presets, type Period } from './period.js';

/** Whose visits are looked at, whenever they are. A `Scope` is none: what stands now is never asked for by a period. */
export interface Place {
  /** Visits with a unit of this regional office as guest or host; null for the whole country. */
  office: string | null;
  program: string | null;
  from?: never;
  to?: never;
}

/** What is looked at: what happened in a period, by the host's calendar; visits happen when they begin. */
export interface Scope extends Period {
  office: Place['office'];
  program: Place['program'];
}

/** A scope without its period. */
export const placeOf = ({ office, program }: Scope): Place => ({ office, program });

/** Those who look over a region, or over all. */
export const overRegions = allows('sinergi.read');

/** What is asked for; what is empty or makes no sense asks for nothing. */
export interface AskedScope {
  /** Months `YYYY-MM`; of a calendar date its month counts. */
  from?: string | undefined;
  to?: string | undefined;
  /** A period by name, in place of months. */
  preset?: string | undefined;
  /** Of administrators only; a regional office looks at its own region. */
  office?: string | undefined;
  program?: string | undefined;
}

/** The visits to look at; without a period, those of this year. */
export function scopeOf(actor: Actor, asked: AskedScope, now: Date): Scope {
  const preset = presets.find((name) => name === asked.preset) ?? 'year';
  const named = presetPeriod(preset, localDate(now, actor.timeZone));
  const [from, to] = [asked.from, asked.to].map((bound) => bound?.slice(0, 7));
  const isNamed = presets.some((name) => name === asked.preset);
  const period =
    isNamed || (!isMonth(from) && !isMonth(to))
      ? named
      : periodOf(isMonth(from) ? from : (to ?? ''), isMonth(to) ? to : (from ?? ''));
  const office = reachOf(actor) === 'nation' ? asked.office || null : (actor.regionalOffice ?? '');
  return { ...period, office, program: asked.program || null };
}

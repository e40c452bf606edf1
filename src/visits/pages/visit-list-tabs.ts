import type { AskedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFilter } from '../queries/list-visits.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';

/** What the list was asked for; the names are those of its address. */
export interface ListChoice {
  state?: VisitState | undefined;
  program?: string | undefined;
  /** Code of a unit that visits or is visited. */
  upt?: string | undefined;
  query?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

/** The dates between which visits were asked for, as they were typed. */
export interface AskedPeriod {
  from: AskedCalendar;
  to: AskedCalendar;
}

/** A view of the list: which visits it shows, and in which order. */
export interface ListTab {
  key: string;
  name: string;
  filter: (
    now: Date,
    actor: Pick<Actor, 'role' | 'unit' | 'regionalOffice'>,
  ) => Pick<VisitFilter, 'states' | 'from' | 'to' | 'soonestFirst' | 'toReview' | 'arrangedBy'>;
  /** Who has it; everybody unless it says otherwise. */
  isFor?: (actor: Pick<Actor, 'role'>) => boolean;
  /** What stands where there is none. */
  nothing: string;
  /** Whether how far off a visit is says something. */
  countsDown: boolean;
}

const tabs = [
  {
    key: 'akan-datang',
    name: 'Akan datang',
    filter: (now) => ({
      states: statesWith('ahead'),
      from: now,
      soonestFirst: true,
    }),
    nothing: 'Belum ada kunjungan yang akan datang.',
    countsDown: true,
  },
  {
    key: 'semua',
    name: 'Semua',
    filter: () => ({}),
    nothing: 'Belum ada kunjungan.',
    countsDown: false,
  },
  {
    key: 'draf',
    name: 'Draf',
    filter: () => ({ states: statesWith('unsent') }),
    nothing: 'Tidak ada draf yang menunggu diajukan.',
    countsDown: false,
  },
  {
    key: 'selesai',
    name: 'Selesai',
    // What took place has begun: what is to come is not gone through.
    filter: (now) => ({ states: statesWith('tookPlace'), to: now }),
    nothing: 'Belum ada kunjungan yang selesai.',
    countsDown: false,
  },
  {
    key: 'dicatat',
    name: 'Perlu diperiksa',
    filter: (now, actor) => ({
      states: statesWith('reviewable'),
      toReview: { now, units: arrangedUnits(actor) },
    }),
    nothing: 'Tidak ada kunjungan yang dicatat pihak lain dan menunggu pemeriksaan kantor Anda.',
    countsDown: false,
  },
  {
    key: 'diatur',
    name: 'Diatur Kanwil',
    isFor: (actor) => can(actor, 'visits.propose-for-region'),
    filter: (_now, { regionalOffice }) => ({ arrangedBy: regionalOffice ?? undefined }),
    nothing: 'Kanwil Anda belum mengatur kunjungan.',
    countsDown: true,
  },
] as const satisfies readonly ListTab[];

export const listTabs: readonly ListTab[] = tabs;

const [upcoming, all] = tabs;

/** The tab that was asked for: what comes next at first, everything once something is searched for. */
export function tabOf(key: string | undefined, isSearched: boolean): ListTab {
  return listTabs.find((tab) => tab.key === key) ?? (isSearched ? all : upcoming);
}

import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFilter } from '../queries/list-visits.js';

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

/** A view of the list: which visits it shows, and in which order. */
export interface ListTab {
  key: string;
  name: string;
  filter: (now: Date) => Pick<VisitFilter, 'states' | 'from' | 'soonestFirst'>;
  /** What stands where there is none. */
  nothing: string;
  /** Whether how far off a visit is says something. */
  countsDown: boolean;
}

export const listTabs = [
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
    filter: () => ({ states: statesWith('tookPlace') }),
    nothing: 'Belum ada kunjungan yang selesai.',
    countsDown: false,
  },
] as const satisfies readonly ListTab[];

const [upcoming, all] = listTabs;

/** The tab that was asked for: what comes next at first, everything once something is searched for. */
export function tabOf(key: string | undefined, isSearched: boolean): ListTab {
  return listTabs.find((tab) => tab.key === key) ?? (isSearched ? all : upcoming);
}

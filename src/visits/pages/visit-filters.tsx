import type { VNode } from 'preact';
import { Field, Select, type Option } from '../../platform/pages/form-parts.js';
import { visitStates } from '../domain/visit-states.js';
import { Icon } from '../../platform/pages/icon.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import type { ListChoice, ListTab } from './visit-list-tabs.js';
import { visitStateWords } from './visit-words.js';

const states: readonly Option[] = visitStates.map((state) => ({
  value: state,
  name: visitStateWords[state].name,
}));

interface VisitFiltersProps {
  tab: ListTab;
  chosen: ListChoice;
  programs: readonly ProgramChoice[];
}

/** Looks for visits by words; by state, program and period once it is opened. */
export function VisitFilters({ tab, chosen, programs }: VisitFiltersProps): VNode {
  const { state, program, upt, query, from, to } = chosen;
  const common = { faults: null, optional: true } as const;
  return (
    <form
      class="card card-body mb-3 pb-2"
      method="get"
      action="/kunjungan"
      role="search"
      aria-label="Saring kunjungan"
    >
      <input type="hidden" name="tab" value={tab.key} />
      {upt !== undefined && <input type="hidden" name="upt" value={upt} />}
      <div class="visit-search">
        <label class="visually-hidden" for="query">
          Cari kunjungan
        </label>
        <input
          class="form-control"
          id="query"
          name="query"
          type="search"
          value={query}
          placeholder="Judul, nomor, atau nama UPT"
          maxLength={100}
        />
        <button class="btn" type="submit">
          Tampilkan
        </button>
      </div>
      <details open={Boolean(state ?? program ?? from ?? to)}>
        <summary class="visit-filters-more">
          <Icon name="down" />
          Saringan lain
        </summary>
        <div class="filter-fields">
          <Select name="state" label="Keadaan" options={states} value={state} none="Semua" {...common} />
          <Select
            name="program"
            label="Program"
            options={programs.map(({ code, number, title }) => ({
              value: code,
              name: number === null ? title : `${number}. ${title}`,
            }))}
            value={program}
            none="Semua"
            {...common}
          />
          <Field name="from" label="Dari tanggal" type="date" value={from} {...common} />
          <Field name="to" label="Sampai tanggal" type="date" value={to} {...common} />
        </div>
      </details>
    </form>
  );
}

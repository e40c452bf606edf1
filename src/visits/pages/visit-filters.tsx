import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Select, type Option } from '../../platform/pages/form-parts.js';
import { askedFaults } from '../../platform/pages/typed-calendar-fields.js';
import { visitStates } from '../domain/visit-states.js';
import { Icon } from '../../platform/pages/icon.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import type { AskedPeriod, ListChoice, ListTab } from './visit-list-tabs.js';
import { visitStateWords } from './visit-words.js';

const states: readonly Option[] = visitStates.map((state) => ({
  value: state,
  name: visitStateWords[state].name,
}));

interface VisitFiltersProps {
  tab: ListTab;
  chosen: ListChoice;
  period: AskedPeriod;
  programs: readonly ProgramChoice[];
}

/** Looks for visits by words; by state, program and period once it is opened. */
export function VisitFilters({ tab, chosen, period, programs }: VisitFiltersProps): VNode {
  const { state, program, upt, query } = chosen;
  const { from, to } = period;
  const common = { faults: null, optional: true, isFilter: true } as const;
  const dates = { ...common, faults: askedFaults({ from, to }) };
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
      <details open={Boolean((state ?? program) || from.text || to.text)}>
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
          <DateField name="from" label="Dari tanggal" value={from.text} {...dates} />
          <DateField name="to" label="Sampai tanggal" value={to.text} {...dates} />
        </div>
      </details>
    </form>
  );
}

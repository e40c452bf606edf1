import type { VNode } from 'preact';
import { Select } from '../../platform/pages/form-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import { visitStates, visitStateWords, type ProgramChoice } from '../../visits/index.js';
import type { CalendarUnit } from '../queries/calendar-units.js';
import type { CalendarScope } from '../queries/calendar-visits.js';
import {
  activeFilters,
  scopesOf,
  type CalendarChoice,
  type CalendarView,
  type Dates,
} from './calendar-choice.js';

export interface FilterProps {
  actor: Actor;
  month: Dates;
  view: CalendarView | undefined;
  chosen: CalendarChoice;
  programs: readonly ProgramChoice[];
  units: readonly CalendarUnit[];
}

const scopeWords: Readonly<Record<CalendarScope, string>> = {
  unit: 'UPT sendiri',
  saya: 'Yang saya ikuti',
  wilayah: 'Satu wilayah',
  semua: 'Semua wilayah',
};

/** What the calendar shows; folded away on a phone, where the script leaves it as it is. */
export function CalendarFilters(props: FilterProps): VNode {
  const { actor, month, view, chosen } = props;
  const active = activeFilters(actor, chosen);
  return (
    <form class="card mb-3" method="get" action="/kalender" id="kalender-saringan">
      <input type="hidden" name="bulan" value={month.from.slice(0, 7)} />
      <input type="hidden" name="tampilan" value={view ?? ''} />
      <details class="calendar-fold">
        <summary class="fold">{active > 0 ? `Saring (${active} aktif)` : 'Saring'}</summary>
        <div class="calendar-filters">
          <Choices {...props} />
          <div class="calendar-filter-deeds">
            <button class="btn" type="submit">
              Tampilkan
            </button>
            {active > 0 && (
              <a class="btn" href={`/kalender?bulan=${month.from.slice(0, 7)}`}>
                Hapus saringan
              </a>
            )}
          </div>
        </div>
      </details>
    </form>
  );
}

function Choices({ actor, chosen, programs, units }: FilterProps): VNode {
  const common = { faults: null, optional: true } as const;
  return (
    <>
      <Select
        name="lingkup"
        label="Kunjungan"
        options={scopesOf(actor).map((value) => ({ value, name: scopeWords[value] }))}
        value={chosen.scope}
        {...common}
      />
      <Select
        name="upt"
        label="Dengan UPT"
        options={units.map(({ code, name }) => ({ value: code, name }))}
        value={chosen.unit}
        none="Semua"
        {...common}
      />
      <Select
        name="keadaan"
        label="Keadaan"
        options={visitStates.map((value) => ({ value, name: visitStateWords[value].name }))}
        value={chosen.state}
        none="Yang berlaku"
        {...common}
      />
      <Select
        name="program"
        label="Program"
        options={programs.map(({ code, number, title }) => ({
          value: code,
          name: number === null ? title : `${number}. ${title}`,
        }))}
        value={chosen.program}
        none="Semua"
        {...common}
      />
    </>
  );
}

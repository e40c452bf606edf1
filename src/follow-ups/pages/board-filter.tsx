import type { VNode } from 'preact';
import type { Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { followUpStates } from '../domain/follow-up-states.js';
import type { PromisingUnit } from '../queries/follow-up-choices.js';
import { stateWords } from './follow-up-words.js';

interface BoardFilterProps {
  actor: Actor;
  units: readonly PromisingUnit[];
  chosen: Chosen;
}

export function BoardFilter({ actor, units, chosen }: BoardFilterProps): VNode {
  const offices = new Map(units.map((unit) => [unit.regionalOffice, unit.regionalOfficeName]));
  const others = units.filter(({ code }) => code !== actor.unit);
  const own = actor.unit === null ? [] : [[actor.unit, 'UPT saya'] as const];
  return (
    <form class="card card-body follow-up-filter" action="/tindak-lanjut" data-refresh="#hasil">
      <Choice
        name="keadaan"
        label="Keadaan"
        none="Belum selesai"
        chosen={chosen['keadaan']}
        options={[
          ...followUpStates.map((state) => [state, stateWords[state].name] as const),
          ['semua', 'Semua keadaan'],
        ]}
      />
      <Choice
        name="upt"
        label="Penanggung jawab"
        none="Semua UPT"
        chosen={chosen['upt']}
        options={[...own, ...others.map(({ code, name }) => [code, name] as const)]}
      />
      {offices.size > 1 && (
        <Choice
          name="kanwil"
          label="Kanwil"
          none="Semua Kanwil"
          chosen={chosen['kanwil']}
          options={[...offices]}
        />
      )}
      <label class="form-check follow-up-late-only">
        <input
          class="form-check-input"
          type="checkbox"
          name="terlambat"
          value="ya"
          checked={chosen['terlambat'] === 'ya'}
        />
        <span class="form-check-label">Hanya yang terlambat</span>
      </label>
      <button class="btn" type="submit">
        Tampilkan
      </button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice. */
  none: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, name: string])[];
}

function Choice({ name, label, none, chosen, options }: ChoiceProps): VNode {
  return (
    <div>
      <label class="form-label" for={`pilih-${name}`}>
        {label}
      </label>
      <select class="form-select" id={`pilih-${name}`} name={name}>
        <option value="">{none}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { VNode } from 'preact';
import { Misread, MonthField } from '../../platform/pages/calendar-fields.js';
import { pathWith } from '../../platform/pages/paging.js';
import { askedFaults } from '../../platform/pages/typed-calendar-fields.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf } from '../../platform/security/capabilities.js';
import { periodWords } from '../domain/period-words.js';
import type { SinergiChoice, SinergiChoiceLists } from '../queries/sinergi-choices.js';
import { presetWords, scopeAskedFor, type TypedScope } from './sinergi-query.js';

interface SinergiFilterProps {
  actor: Actor;
  scope: TypedScope;
  choices: SinergiChoiceLists;
  /** The page that is filtered. */
  path?: string;
}

export function SinergiFilter({ actor, scope, choices, path = '/sinergi' }: SinergiFilterProps): VNode {
  const { dari, sampai } = scope.typed;
  const months = { faults: askedFaults(scope.typed), isFilter: true, optional: true } as const;
  return (
    <form class="card card-body sinergi-filter" action={path} data-refresh="#hasil">
      <MonthField name="dari" label="Dari bulan" value={dari.fault ? dari.text : scope.from} {...months} />
      <MonthField
        name="sampai"
        label="Sampai bulan"
        value={sampai.fault ? sampai.text : scope.to}
        {...months}
      />
      {reachOf(actor) === 'nation' && (
        <Choice
          name="kanwil"
          label="Kanwil"
          none="Seluruh Indonesia"
          options={choices.offices}
          value={scope.office}
        />
      )}
      <Choice
        name="program"
        label="Program"
        none="Semua program"
        options={choices.programs}
        value={scope.program}
      />
      <button class="btn" type="submit">
        Tampilkan
      </button>
      <nav class="sinergi-presets" aria-label="Periode">
        {Object.values(presetWords).map(([periode, name]) => (
          <a
            key={periode}
            href={pathWith(path, {
              ...scopeAskedFor(actor, scope),
              dari: undefined,
              sampai: undefined,
              periode,
            })}
          >
            {name}
          </a>
        ))}
      </nav>
    </form>
  );
}

/** What could not be read of the period, above what is shown instead. */
export function MisreadPeriod({ scope }: { scope: TypedScope }): VNode {
  const { dari, sampai } = scope.typed;
  return <Misread asked={[dari, sampai]} shown={periodWords(scope)} />;
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice. */
  none: string;
  options: readonly SinergiChoice[];
  value: string | null;
}

function Choice({ name, label, none, options, value }: ChoiceProps): VNode {
  return (
    <div>
      <label class="form-label" for={name}>
        {label}
      </label>
      <select class="form-select" id={name} name={name}>
        <option value="">{none}</option>
        {options.map(({ code, name: words }) => (
          <option key={code} value={code} selected={code === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { VNode } from 'preact';
import { pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf } from '../../platform/security/capabilities.js';
import type { Scope } from '../domain/scope.js';
import type { NamedCode, SinergiChoiceLists } from '../queries/sinergi-choices.js';
import { askedFor, presetWords } from './sinergi-query.js';

interface SinergiFilterProps {
  actor: Actor;
  scope: Scope;
  choices: SinergiChoiceLists;
  /** The page that is filtered. */
  path?: string;
}

export function SinergiFilter({ actor, scope, choices, path = '/sinergi' }: SinergiFilterProps): VNode {
  return (
    <form class="card card-body sinergi-filter" action={path} data-refresh="#hasil">
      <Month name="dari" label="Dari bulan" value={scope.from} />
      <Month name="sampai" label="Sampai bulan" value={scope.to} />
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
            href={pathWith(path, { ...askedFor(actor, scope), dari: undefined, sampai: undefined, periode })}
          >
            {name}
          </a>
        ))}
      </nav>
    </form>
  );
}

function Month({ name, label, value }: { name: string; label: string; value: string }): VNode {
  return (
    <div>
      <label class="form-label" for={name}>
        {label}
      </label>
      <input class="form-control" id={name} name={name} type="month" value={value} />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice. */
  none: string;
  options: readonly NamedCode[];
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

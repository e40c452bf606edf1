import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { askedFaults } from '../../platform/pages/typed-calendar-fields.js';
import type { Actor } from '../../platform/security/actor.js';
import type { ProgramChoice } from '../../visits/index.js';
import { followUpStates } from '../domain/follow-up-states.js';
import type { PromisingUnit } from '../queries/follow-up-choices.js';
import type { AskedFollowUps } from './follow-up-query.js';
import { sortWords, followUpStateNames } from './follow-up-words.js';
import { organisationOf } from '../../platform/security/capabilities.js';

interface FollowUpsFilterProps {
  actor: Actor;
  asked: AskedFollowUps;
  units: readonly PromisingUnit[];
  programs: readonly ProgramChoice[];
}

const states: readonly Option[] = [
  ['semua', 'Semua keadaan'],
  ['belum', 'Belum selesai'],
  ...followUpStates.map((state) => [state, followUpStateNames[state]] as const),
];

/** Narrows the board and the list: by state, unit and lateness; by more once it is opened. */
export function FollowUpsFilter(props: FollowUpsFilterProps): VNode {
  const { asked } = props;
  const { isList, chosen } = asked;
  const { orang, dari, sampai, program, replikasi, kanwil } = chosen;
  return (
    <form
      class="card card-body pb-2"
      action="/tindak-lanjut"
      role="search"
      aria-label="Saring tindak lanjut"
      data-refresh="#hasil, #tampilan"
    >
      {isList && <input type="hidden" name="tampilan" value="daftar" />}
      <div class="follow-up-filter">
        <Choice
          name="keadaan"
          label="Keadaan"
          chosen={chosen['keadaan'] || (isList ? 'belum' : 'semua')}
          options={states}
        />
        <Units {...props} />
        {isList && (
          <Choice name="urut" label="Urutkan" chosen={sortOf(asked)} options={Object.entries(sortWords)} />
        )}
        <label class="form-check follow-up-late-only">
          <input
            class="form-check-input"
            type="checkbox"
            name="terlambat"
            value="ya"
            checked={chosen['terlambat'] === 'ya'}
          />
          <span class="form-check-label">Terlambat saja</span>
        </label>
        <button class="btn" type="submit">
          Tampilkan
        </button>
      </div>
      <details open={[orang, dari, sampai, program, replikasi, kanwil].some(Boolean)}>
        <summary class="fold">Saringan lain</summary>
        <More {...props} />
      </details>
    </form>
  );
}

const sortOf = ({ sort, order }: AskedFollowUps): string => (order === 'desc' ? `-${sort}` : sort);

function Units({ actor, units, asked: { chosen } }: FollowUpsFilterProps): VNode {
  const code = organisationOf(actor);
  const others = units.filter((unit) => unit.code !== code);
  const own = code === null ? [] : [[code, actor.unit === null ? 'Kanwil saya' : 'UPT saya'] as const];
  return (
    <Choice
      name="upt"
      label="UPT yang mengerjakan"
      none="Semua UPT"
      chosen={chosen['upt']}
      options={[...own, ...others.map(({ code, name }) => [code, name] as const)]}
    />
  );
}

function More({ units, programs, asked: { chosen, due } }: FollowUpsFilterProps): VNode {
  const dates = { faults: askedFaults(due), optional: true, isFilter: true, scope: 'pilih' } as const;
  const offices = new Map(
    units.flatMap(({ regionalOffice: code, regionalOfficeName: name }) =>
      code === null || name === null ? [] : [[code, name] as const],
    ),
  );
  return (
    <div class="follow-up-filter">
      <Person value={chosen['orang']} />
      <DateField name="dari" label="Jatuh tempo dari" value={due.dari.text} {...dates} />
      <DateField name="sampai" label="Jatuh tempo sampai" value={due.sampai.text} {...dates} />
      <Choice
        name="program"
        label="Program"
        none="Semua program"
        chosen={chosen['program']}
        options={programs.map(({ code, number, title }) => [
          code,
          number === null ? title : `${number}. ${title}`,
        ])}
      />
      <Choice
        name="replikasi"
        label="Replikasi"
        none="Semua"
        chosen={chosen['replikasi']}
        options={[
          ['confirmed', 'Dikonfirmasi'],
          ['waiting', 'Menunggu konfirmasi'],
        ]}
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
    </div>
  );
}

type Option = readonly [value: string, name: string];

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice; without it there is none. */
  none?: string;
  chosen: string | undefined;
  options: readonly Option[];
}

function Choice({ name, label, none, chosen, options }: ChoiceProps): VNode {
  return (
    <div>
      <label class="form-label" for={`pilih-${name}`}>
        {label}
      </label>
      <select class="form-select" id={`pilih-${name}`} name={name}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Person({ value }: { value: string | undefined }): VNode {
  return (
    <div>
      <label class="form-label" for="pilih-orang">
        Penanggung jawab
      </label>
      <input class="form-control" id="pilih-orang" name="orang" type="search" maxLength={200} value={value} />
    </div>
  );
}

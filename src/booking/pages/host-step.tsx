import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { distanceText } from '../../platform/text/distance.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { kindsWith, kindWords, usageOptions } from '../../units/index.js';
import type { BookingInput, HostSearch } from '../domain/booking-input.js';
import type { Choices, Named } from '../queries/booking-choices.js';
import type { BookingView, FoundHost } from '../use-cases/look-at-booking.js';
import { orderOptions, policyText, usageText } from './booking-words.js';
import { ChoiceFault, isFirstFault, LookAgain, Step } from './step.js';

interface HostStepProps {
  number: number;
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

/** Step 1: whom to visit, and who is good at it. */
export function HostStep({ number, input, view, faults }: HostStepProps): VNode {
  return (
    <Step
      number={number}
      id="tuan-rumah"
      title="Tuan rumah"
      lead="Tulis topik atau pilih program untuk melihat UPT mana yang sudah baik mengerjakannya."
    >
      <Search search={input.search} view={view} />
      <div id="hasil">
        <Results {...{ number, input, view, faults }} />
      </div>
    </Step>
  );
}

/** Kinds of hosts that are no UPT, beside the types of those that are. */
const otherKinds = kindsWith('mayHost')
  .filter((kind) => kind !== 'upt')
  .map((kind) => ({ value: kind, name: kindWords[kind] }));

const options = (list: readonly Named[]) => list.map(({ code, name }) => ({ value: code, name }));
/** The page that ranks hosts on the same matter, with the reasons; beside this one, which keeps what was typed. */
const worthyPath = ({ topic, program }: HostSearch): string =>
  `/upt/layak-dikunjungi?${new URLSearchParams({ topik: topic, program }).toString()}`;

const distances = [25, 50, 100, 200, 500, 1000];

function Search({ search, view }: { search: HostSearch; view: BookingView }): VNode {
  const { choices, knowsDistance } = view;
  const isNarrow =
    search.usage !== '' ||
    search.type !== '' ||
    search.office !== '' ||
    search.withinKm !== null ||
    search.order !== 'cocok';
  const common = { faults: null, optional: true } as const;
  return (
    <div class="booking-plain">
      <div class="booking-fields">
        <Field
          {...common}
          name="topik"
          label="Topik yang ingin dipelajari"
          value={search.topic}
          maxLength={100}
          list="daftar-topik"
          placeholder="mis. ketahanan pangan"
        />
        <Select
          {...common}
          name="program"
          label="Program"
          none="Semua program"
          value={search.program}
          options={options(choices.programs)}
        />
        <Field
          {...common}
          name="cari"
          scope="tuan-rumah"
          label="Nama atau tempat UPT"
          value={search.words}
          maxLength={100}
        />
      </div>
      <datalist id="daftar-topik">
        {choices.topics.map((topic) => (
          <option value={topic} key={topic} />
        ))}
      </datalist>
      <details class="booking-more" open={isNarrow}>
        <summary>Jenis, Kanwil, pemakaian, jarak, dan urutan</summary>
        <Narrowing search={search} choices={choices} knowsDistance={knowsDistance} />
      </details>
      <input type="hidden" name="banyak" value={search.shown} />
      <div class="mb-3">
        <LookAgain value="cari" step="tuan-rumah">
          <Icon name="search" />
          Cari tuan rumah
        </LookAgain>
        <a class="btn ms-2" href={worthyPath(search)} target="_blank" rel="noopener">
          Siapa yang layak dikunjungi?
        </a>
      </div>
    </div>
  );
}

interface NarrowingProps {
  search: HostSearch;
  choices: Choices;
  knowsDistance: boolean;
}

function Narrowing({ search, choices, knowsDistance }: NarrowingProps): VNode {
  const common = { faults: null } as const;
  return (
    <div class="booking-fields">
      <Select
        {...common}
        name="jenis"
        label="Jenis"
        none="Semua jenis"
        value={search.type}
        options={[...options(choices.types), ...otherKinds]}
      />
      <Select
        {...common}
        name="kanwil"
        label="Kanwil"
        none="Semua Kanwil"
        value={search.office}
        options={options(choices.offices)}
      />
      <Select
        {...common}
        name="pakai"
        label="Pemakaian"
        none="Semua"
        value={search.usage}
        options={usageOptions}
      />
      <Select
        {...common}
        name="jarak"
        label="Jarak terjauh"
        none="Berapa pun"
        value={String(search.withinKm ?? '')}
        options={distances.map((km) => ({ value: String(km), name: `${km} km` }))}
        hint={knowsDistance ? 'Garis lurus dari UPT tamu.' : 'Letak UPT tamu belum tercatat.'}
      />
      <Select {...common} name="urut" label="Urutan" value={search.order} options={orderOptions} />
    </div>
  );
}

function Results({ input, view, faults }: HostStepProps): VNode {
  const { hosts, host, found } = view;
  const isElsewhere = host !== null && hosts.every(({ code }) => code !== host.code);
  const shown = isElsewhere ? [host, ...hosts] : hosts;
  const isFocused = isFirstFault('tuan', faults);
  const isAsked = input.search.topic !== '' || input.search.program !== '';
  return (
    <fieldset aria-describedby={faults?.fields['tuan'] ? 'tuan-fault' : undefined}>
      <legend class="form-label">{foundText(view, isAsked)}</legend>
      <ChoiceFault name="tuan" faults={faults} />
      {shown.length === 0 && (
        <Empty icon="search" title="Belum ada UPT yang cocok">
          Kurangi saringan, atau tulis nama UPT dengan kata yang lebih pendek.
        </Empty>
      )}
      <ul class="host-list">
        {shown.map((each, index) => (
          <Host
            key={each.code}
            host={each}
            isChosen={each.code === host?.code}
            isFocused={isFocused && index === 0}
            isAsked={isAsked}
          />
        ))}
      </ul>
      {hosts.length < found && hosts.length < 30 && (
        <LookAgain value="lebih" step="tuan-rumah" id="lebih-banyak">
          Tampilkan lebih banyak
        </LookAgain>
      )}
      {hosts.length < found && hosts.length >= 30 && (
        <p class="text-secondary mb-0">Persempit pencarian untuk melihat yang lain.</p>
      )}
    </fieldset>
  );
}

/** How many fit, and how many of them know what is looked for. */
const foundText = ({ found, experienced }: BookingView, isAsked: boolean): string =>
  isAsked ? `${experienced} UPT berpengalaman tentang ini, dari ${found} UPT` : `${found} UPT`;

interface HostProps {
  host: FoundHost;
  isChosen: boolean;
  isFocused: boolean;
  /** Whether somebody looks for a program or a topic. */
  isAsked: boolean;
}

function Host({ host, isChosen, isFocused, isAsked }: HostProps): VNode {
  const id = `tuan-${host.code}`;
  const facts = [
    ...(host.kind === 'upt' ? [] : [kindWords[host.kind]]),
    host.place,
    ...(host.officeName === null ? [] : [host.officeName]),
    zoneLabel(host.timeZone),
  ];
  if (host.distance) facts.push(distanceText(host.distance));
  return (
    <li class="host">
      <label class="host-choice" for={id}>
        <input
          class="form-check-input"
          type="radio"
          id={id}
          name="tuan"
          value={host.code}
          checked={isChosen}
          autofocus={isFocused}
        />
        <span class="host-words">
          <span class="host-name">{host.name}</span>
          <span class="text-secondary">{facts.join(' · ')}</span>
          <span class={host.open ? 'text-secondary' : 'host-closed'}>{policyText(host)}</span>
          {!host.usesSambang && <span class="text-secondary">{usageText(host)}</span>}
        </span>
      </label>
      <Evidence host={host} isAsked={isAsked} />
    </li>
  );
}

/** Why this host: its notes and the visits it received. */
function Evidence({ host, isAsked }: { host: FoundHost; isAsked: boolean }): VNode | null {
  const { notes, hosted, titles } = host;
  if (notes === 0 && hosted === 0) return null;
  const about = isAsked ? ' tentang ini' : '';
  return (
    <div class="host-evidence">
      {notes > 0 && (
        <p class="mb-1">
          <Icon name="star" /> {notes} catatan praktik baik{about}
        </p>
      )}
      {titles.length > 0 && (
        <ul>
          {titles.map(({ id, title }) => (
            <li key={id}>
              <a href={`/praktik-baik/${id}`} target="_blank" rel="noopener">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {hosted > 0 && (
        <p class="mb-0">
          <Icon name="visit" /> Pernah menerima {hosted} kunjungan{about}
        </p>
      )}
    </div>
  );
}

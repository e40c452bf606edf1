import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { distanceBetween, distanceText } from '../../platform/text/distance.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { kindsWith, kindWords } from '../domain/organisation-kinds.js';
import { NOT_USING, usageOptions } from '../domain/usage-words.js';
import type { UnitLine } from '../queries/list-units.js';
import type { UnitChoicesFact } from '../queries/unit-choices.js';
import { organisationOf } from '../../platform/security/capabilities.js';

/** What stands in addresses for the units of every office. */
export const EVERYWHERE = 'semua';

/** Who receives guests and is no UPT. */
const otherHosts = kindsWith('mayHost').filter((kind) => kind !== 'upt');

export interface UnitListPageProps {
  actor: Actor;
  page: Page<UnitLine>;
  choices: UnitChoicesFact;
  /** `kanwil`: an office's code, or `EVERYWHERE`. */
  chosen: { cari: string | undefined; jenis: string | undefined; kanwil: string; pakai: string | undefined };
  cursor: string | undefined;
}

export function UnitListPage(props: UnitListPageProps): VNode {
  const { actor, page, choices, chosen, cursor } = props;
  return (
    <Layout title="UPT" actor={actor} path="/upt" styles={['units/pages/units.css']}>
      <PageHeading
        title="UPT"
        lead="Unit Pelaksana Teknis Pemasyarakatan, jam kunjungannya, dan apa yang dapat dipelajari di sana."
      >
        <a class="btn" href="/upt/layak-dikunjungi">
          UPT yang layak dikunjungi
        </a>
      </PageHeading>
      <Filters choices={choices} chosen={chosen} />
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((unit) => (
              <li class="list-group-item" key={unit.code}>
                <Row unit={unit} choices={choices} isOwn={unit.code === organisationOf(actor)} />
              </li>
            ))}
          </ul>
        ) : (
          <Empty icon="search" title="Tidak ada UPT yang cocok">
            <p>Coba sebagian namanya, atau nama kotanya.</p>
            <a class="btn" href={`/upt?kanwil=${EVERYWHERE}`}>
              Tampilkan semua UPT
            </a>
          </Empty>
        )}
        <Paging
          label="Halaman UPT"
          path="/upt"
          chosen={{ ...chosen, cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

function Filters({ choices, chosen }: Pick<UnitListPageProps, 'choices' | 'chosen'>): VNode {
  const common = { faults: null, optional: true } as const;
  const options = (list: { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, name }));
  return (
    <form
      class="card card-body mb-3 pb-0 unit-filters"
      method="get"
      action="/upt"
      role="search"
      aria-label="Cari UPT"
    >
      <Field
        {...common}
        name="cari"
        label="Nama atau tempat"
        type="search"
        value={chosen.cari}
        maxLength={100}
      />
      <Select
        {...common}
        name="jenis"
        label="Jenis"
        options={[
          ...options(choices.types),
          ...otherHosts.map((kind) => ({ value: kind, name: kindWords[kind] })),
        ]}
        value={chosen.jenis}
        none="Semua"
      />
      <Select
        {...common}
        name="kanwil"
        label="Kanwil"
        options={[{ value: EVERYWHERE, name: 'Semua' }, ...options(choices.offices)]}
        value={chosen.kanwil}
      />
      <Select
        {...common}
        name="pakai"
        label="Pemakaian"
        options={usageOptions}
        value={chosen.pakai}
        none="Semua"
      />
      <button class="btn mb-3" type="submit">
        Tampilkan
      </button>
    </form>
  );
}

interface RowProps {
  unit: UnitLine;
  choices: UnitChoicesFact;
  isOwn: boolean;
}

function Row({ unit, choices, isOwn }: RowProps): VNode {
  const office = choices.offices.find(({ code }) => code === unit.regionalOffice)?.name;
  const distance = isOwn ? null : distanceBetween(choices.own, unit);
  const details = [unit.place, office, zoneLabel(unit.timeZone), distance && distanceText(distance)];
  return (
    <a class="unit-row" href={`/upt/${unit.code}`}>
      <span>
        <span class="unit-row-name">{unit.name}</span>
        <span class="d-block text-secondary">{details.filter(Boolean).join(' · ')}</span>
      </span>
      {unit.closedOn === null ? (
        <UnitBadges {...unit} />
      ) : (
        <span class="unit-badge">Ditutup {formatCalendarDate(unit.closedOn)}</span>
      )}
    </a>
  );
}

/** Whether a unit receives guests, and whether anybody there uses Sambang. */
export const UnitBadges = ({ open, usesSambang }: { open: boolean; usesSambang: boolean }): VNode => (
  <span class="unit-badges">
    {!usesSambang && <span class="unit-badge">{NOT_USING}</span>}
    <OpenBadge open={open} />
  </span>
);

/** Whether a unit receives guests. */
function OpenBadge({ open }: { open: boolean }): VNode {
  return (
    <span class={open ? 'unit-badge unit-badge-open' : 'unit-badge'}>
      {open ? 'Menerima kunjungan' : 'Belum menerima kunjungan'}
    </span>
  );
}

import { shownEmail } from '../../platform/text/shown-email.js';
import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Icon, type IconName } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, organisationOf, reachOf, type Capability } from '../../platform/security/capabilities.js';
import type { AccountFacts } from '../queries/account-facts.js';
import type { PlaceChoice } from '../queries/place-choices.js';
import { accountState, roleNames } from './people-words.js';

interface Chosen {
  cari?: string | undefined;
  upt?: string | undefined;
  cursor?: string | undefined;
}

interface AdministrationPageProps {
  actor: Actor;
  page: Page<AccountFacts>;
  units: readonly PlaceChoice[];
  chosen: Chosen;
  notice: string | undefined;
  /** What other features show to those who look after something. */
  parts: readonly VNode[];
}

/** Who has an account where the actor looks after people, and the way to what else is looked after. */
export function AdministrationPage({
  actor,
  page,
  units,
  chosen,
  notice,
  parts,
}: AdministrationPageProps): VNode {
  return (
    <Layout title="Pengelolaan" actor={actor} path="/pengelolaan" styles={['people/pages/people.css']}>
      <PageHeading title="Pengelolaan" lead={leadOf(actor)}>
        <a class="btn btn-primary" href="/pengelolaan/orang/undang">
          <Icon name="plus" />
          Undang orang
        </a>
      </PageHeading>
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <Ways actor={actor} />
      {parts}
      <Card title="Orang">
        <Filter units={units} chosen={chosen} />
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        ) : (
          <Nobody chosen={chosen} />
        )}
        <Paging
          label="Halaman orang"
          path="/pengelolaan"
          chosen={{ ...chosen }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </Card>
      {page.items.length > 0 && <ExportLinks path="/pengelolaan" chosen={{ ...chosen }} />}
    </Layout>
  );
}

function leadOf(actor: Actor): string {
  switch (reachOf(actor)) {
    case 'nation':
      return 'Orang, hari libur, program, surat, dan pekerjaan sistem di seluruh Sambang.';
    case 'region':
      return `Orang di wilayah ${actor.placeName}.`;
    case 'unit':
      return `Orang di ${actor.placeName}.`;
  }
}

type Way = [href: string, name: string, icon: IconName];

const unitWays: Readonly<Record<ReturnType<typeof reachOf>, (actor: Actor) => Way>> = {
  nation: () => ['/upt', 'UPT', 'building'],
  region: () => ['/upt', 'UPT di wilayah', 'building'],
  unit: ({ unit }) => [`/upt/${unit}`, 'UPT saya', 'building'],
};

/** What else is looked after, each with what it takes. */
const ways: readonly { takes: Capability; way: (actor: Actor) => Way | null }[] = [
  {
    takes: 'people.manage-heads',
    way: () => ['/pengelolaan/orang/undang-kepala', 'Undang kepala UPT', 'people'],
  },
  { takes: 'reference.keep', way: () => ['/pengelolaan/libur', 'Hari libur', 'calendar'] },
  { takes: 'reference.keep', way: () => ['/pengelolaan/masa', 'Masa dengan jam lain', 'calendar'] },
  { takes: 'reference.keep', way: () => ['/pengelolaan/program', 'Program', 'star'] },
  { takes: 'reference.keep', way: () => ['/pengelolaan/kanwil', 'Kanwil', 'network'] },
  { takes: 'reference.keep', way: () => ['/pengelolaan/organisasi', 'Direktorat dan mitra', 'building'] },
  {
    takes: 'offices.change',
    way: ({ regionalOffice }) =>
      regionalOffice === null ? null : [`/pengelolaan/kanwil/${regionalOffice}`, 'Setelan Kanwil', 'gear'],
  },
  {
    takes: 'offices.change',
    way: (actor) => {
      const own = organisationOf(actor);
      return own === null ? null : [`/upt/${own}`, 'Kanwil sebagai tuan rumah', 'building'];
    },
  },
  { takes: 'notes.keep-synonyms', way: () => ['/pengelolaan/sinonim', 'Sinonim pencarian', 'search'] },
  {
    takes: 'units.propose-changes',
    way: () => ['/pengelolaan/perubahan-upt', 'Usulan perubahan UPT', 'building'],
  },
  { takes: 'units.decide-changes', way: () => ['/pengelolaan/perubahan-upt', 'Perubahan UPT', 'building'] },
  { takes: 'units.change-hosting', way: (actor) => unitWays[reachOf(actor)](actor) },
  { takes: 'people.manage', way: () => ['/impor', 'Impor', 'plus'] },
  { takes: 'people.manage-above', way: () => ['/pengelolaan/alamat', 'Pindah domain surel', 'mail'] },
  { takes: 'people.watch-looks', way: () => ['/pengelolaan/nip', 'NIP yang ditampilkan', 'people'] },
  { takes: 'people.watch-looks', way: () => ['/pengelolaan/unduhan', 'Berkas yang diunduh', 'people'] },
  { takes: 'system.watch', way: () => ['/pengelolaan/masa-simpan', 'Masa simpan', 'alert'] },
  { takes: 'people.answer-for-data', way: () => ['/pengelolaan/data-pribadi', 'Data pribadi', 'people'] },
  { takes: 'mails.oversee', way: () => ['/surat', 'Surat', 'mail'] },
  { takes: 'system.watch', way: () => ['/pengelolaan/pekerjaan', 'Pekerjaan sistem', 'tasks'] },
];

const waysOf = (actor: Actor): Way[] =>
  ways
    .filter(({ takes }) => can(actor, takes))
    .map(({ way }) => way(actor))
    .filter((way) => way !== null);

function Ways({ actor }: { actor: Actor }): VNode {
  return (
    <nav class="btn-list mb-3" aria-label="Yang lain">
      {waysOf(actor).map(([href, name, icon]) => (
        <a class="btn" href={href} key={href}>
          <Icon name={icon} />
          {name}
        </a>
      ))}
    </nav>
  );
}

function Filter({ units, chosen }: { units: readonly PlaceChoice[]; chosen: Chosen }): VNode {
  return (
    <form class="card-body people-filter" action="/pengelolaan">
      <div>
        <label class="form-label" for="kata">
          Nama, surel, atau jabatan
        </label>
        <input class="form-control" id="kata" name="cari" type="search" maxLength={100} value={chosen.cari} />
      </div>
      {units.length > 1 && (
        <div>
          <label class="form-label" for="upt">
            UPT
          </label>
          <select class="form-select" id="upt" name="upt">
            <option value="">Semua</option>
            {units.map(({ code, name }) => (
              <option key={code} value={code} selected={code === chosen.upt}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <button class="btn" type="submit">
        Tampilkan
      </button>
    </form>
  );
}

function PersonRow({ person }: { person: AccountFacts }): VNode {
  const { id, name, role, position, placeName, email } = person;
  return (
    <li class="list-group-item people-row">
      <a class="row-link" href={`/pengelolaan/orang/${id}`}>
        <span class="fw-medium">{name}</span>
        <span class="text-secondary">
          {[roleNames[role], placeName, position].filter(Boolean).join(' · ')}
        </span>
        <span class="text-secondary text-break">{shownEmail(email)}</span>
      </a>
      <AccountBadge person={person} />
    </li>
  );
}

/** Whether an account can be used, in words. */
export function AccountBadge({ person }: { person: AccountFacts }): VNode {
  const { name, colour } = accountState(person);
  return (
    <span class="badge badge-outline people-state">
      <span class={`status-dot bg-${colour} me-1`} />
      {name}
    </span>
  );
}

function Nobody({ chosen: { cari, upt } }: { chosen: Chosen }): VNode {
  if (cari || upt) {
    return (
      <Empty icon="people" title="Tidak ada yang cocok">
        Periksa ejaannya, atau <a href="/pengelolaan">tampilkan semua orang</a>.
      </Empty>
    );
  }
  return (
    <Empty icon="people" title="Belum ada orang di sini">
      <a href="/pengelolaan/orang/undang">Undang orang pertama</a> lewat alamat surelnya.
    </Empty>
  );
}

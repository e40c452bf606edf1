import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Field, NoticeAlert, Select } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { kindsWith, kindWords, type OrganisationKind } from '../domain/organisation-kinds.js';
import type { UnitLine } from '../queries/list-units.js';

const PATH = '/pengelolaan/organisasi';

interface OrganisationsPageProps {
  actor: Actor;
  page: Page<UnitLine>;
  chosen: {
    cari: string | undefined;
    jenis: OrganisationKind | undefined;
    cursor: string | undefined;
  };
  notice: string | undefined;
}

/** Directorates of the centre and outside partners. */
export function OrganisationsPage({ actor, page, chosen, notice }: OrganisationsPageProps): VNode {
  return (
    <Layout
      title="Organisasi"
      actor={actor}
      path="/pengelolaan"
      styles={['units/pages/administration.css', 'units/pages/units.css']}
    >
      <PageHeading
        title="Organisasi"
        lead="Direktorat dan kantor pusat lain, serta mitra luar yang ikut berkunjung."
        back={['/pengelolaan', 'Pengelolaan']}
      >
        <a class="btn btn-primary" href={`${PATH}/baru`}>
          <Icon name="plus" />
          Tambah organisasi
        </a>
      </PageHeading>
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <Filters chosen={chosen} />
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map(({ code, name, kind, place, closedOn }) => (
              <li class="list-group-item" key={code}>
                <a class="row-link" href={`${PATH}/${code}`}>
                  <span class="fw-medium">{name}</span>
                  <span class="text-secondary">
                    {[kindWords[kind], place, closedOn && `ditutup ${formatCalendarDate(closedOn)}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <Empty icon="search" title="Tidak ada organisasi yang cocok">
            <p>Mitra luar juga tercatat sendiri saat namanya ditulis sebagai tamu kunjungan.</p>
          </Empty>
        )}
        <Paging
          label="Halaman organisasi"
          path={PATH}
          chosen={{ ...chosen }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

function Filters({ chosen }: Pick<OrganisationsPageProps, 'chosen'>): VNode {
  const common = { faults: null, optional: true } as const;
  return (
    <form
      class="card card-body mb-3 pb-0 unit-filters"
      method="get"
      action={PATH}
      role="search"
      aria-label="Cari organisasi"
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
        options={kindsWith('isKept').map((kind) => ({ value: kind, name: kindWords[kind] }))}
        value={chosen.jenis}
        none="Semua"
      />
      <button class="btn mb-3" type="submit">
        Tampilkan
      </button>
    </form>
  );
}

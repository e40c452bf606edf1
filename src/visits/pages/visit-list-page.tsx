import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import type { UnitFact } from '../../units/index.js';
import type { VisitLine } from '../queries/list-visits.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import { VisitFilters } from './visit-filters.js';
import { listTabs, type ListChoice, type ListTab } from './visit-list-tabs.js';
import { VisitRow } from './visit-row.js';

export interface VisitListPageProps {
  actor: Actor;
  now: Date;
  page: Page<VisitLine>;
  tab: ListTab;
  chosen: ListChoice;
  programs: readonly ProgramChoice[];
  /** Of which all visits are shown. */
  unit: UnitFact | null;
}

/** Whether somebody may ask for a visit: people of units. */
const mayAsk = (actor: Actor): boolean => can(actor, 'visits.arrange');

export function VisitListPage(props: VisitListPageProps): VNode {
  const { actor, now, page, tab, chosen, unit } = props;
  return (
    <Layout
      title="Kunjungan"
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
      scripts={['platform/pages/browser/countdown.js']}
    >
      <PageHeading title="Kunjungan" lead="Kunjungan yang melibatkan Anda, UPT Anda, atau wilayah Anda.">
        {mayAsk(actor) && <NewVisit main />}
      </PageHeading>
      <Tabs {...props} />
      <VisitFilters {...props} />
      {unit && (
        <p class="d-flex flex-wrap gap-2 align-items-center">
          <span>
            Kunjungan dengan <a href={`/upt/${unit.code}`}>{unit.name}</a>.
          </span>
          <a
            class="btn"
            href={pathWith('/kunjungan', { tab: tab.key, ...chosen, upt: undefined, cursor: undefined })}
          >
            Semua UPT
          </a>
        </p>
      )}
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((visit) => (
              <li class="list-group-item" key={visit.id}>
                <VisitRow visit={visit} own={actor.timeZone} now={tab.countsDown ? now : null} />
              </li>
            ))}
          </ul>
        ) : (
          <Nothing {...props} />
        )}
        <Paging
          label="Halaman kunjungan"
          path="/kunjungan"
          chosen={{ tab: tab.key, ...chosen }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

function Tabs({ tab, chosen }: VisitListPageProps): VNode {
  return (
    <nav aria-label="Daftar kunjungan">
      <ul class="visit-tabs">
        {listTabs.map(({ key, name }) => (
          <li key={key}>
            <a
              href={pathWith('/kunjungan', { tab: key, upt: chosen.upt })}
              aria-current={key === tab.key ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NewVisit({ main = false }: { main?: boolean }): VNode {
  return (
    <a class={main ? 'btn btn-primary' : 'btn'} href="/kunjungan/baru">
      <Icon name="plus" />
      Ajukan kunjungan
    </a>
  );
}

function Nothing({ actor, tab, chosen }: VisitListPageProps): VNode {
  const isSearched = Object.values(chosen).some(Boolean);
  if (isSearched) {
    return (
      <Empty icon="search" title="Tidak ada kunjungan yang cocok">
        <p>Ubah pencariannya, atau lihat semuanya.</p>
        <a class="btn" href={pathWith('/kunjungan', { tab: tab.key })}>
          Hapus saringan
        </a>
      </Empty>
    );
  }
  return (
    <Empty icon="visit" title={tab.nothing}>
      {mayAsk(actor) ? (
        <>
          <p>Pilih UPT tujuan dan waktu luangnya; tuan rumah menjawab lewat Sambang.</p>
          <NewVisit />
        </>
      ) : (
        'Kunjungan muncul di sini setelah sebuah UPT mengajukannya.'
      )}
    </Empty>
  );
}

import type { VNode } from 'preact';
import { Misread } from '../../platform/pages/calendar-fields.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { dateSpanWords } from '../../platform/text/calendar-words.js';
import type { UnitFact } from '../../units/index.js';
import type { VisitList } from '../use-cases/read-visit-list.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import { VisitFilters } from './visit-filters.js';
import { listTabs, type AskedPeriod, type ListChoice, type ListTab } from './visit-list-tabs.js';
import { VisitListRow } from './visit-row.js';

export interface VisitListPageProps extends VisitList {
  actor: Actor;
  now: Date;
  tab: ListTab;
  chosen: ListChoice;
  period: AskedPeriod;
  programs: readonly ProgramChoice[];
  /** Of which all visits are shown. */
  unit: UnitFact | null;
}

/** Whether somebody may ask for a visit: people of units. */
const mayAsk = (actor: Actor): boolean => can(actor, 'visits.arrange');

/** Where a visit is entered that was agreed upon elsewhere: for people of units and of regional offices. */
function RecordLink({ actor }: { actor: Actor }): VNode | null {
  if (!mayAsk(actor) && !can(actor, 'visits.oversee')) return null;
  return (
    <a class="btn" href="/kunjungan/catat">
      <Icon name="pencil" />
      Catat kunjungan
    </a>
  );
}

/** Where a regional office arranges visits of its units. */
function ArrangeLink({ actor }: { actor: Actor }): VNode | null {
  if (!can(actor, 'visits.propose-for-region')) return null;
  return (
    <a class="btn btn-primary" href="/kunjungan/atur">
      <Icon name="plus" />
      Atur kunjungan
    </a>
  );
}

export function VisitListPage(props: VisitListPageProps): VNode {
  const { actor, now, page, tab, chosen, period, wholes } = props;
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
        <ArrangeLink actor={actor} />
        <RecordLink actor={actor} />
      </PageHeading>
      <Tabs {...props} />
      <VisitFilters {...props} />
      <Misread asked={[period.from, period.to]} shown={dateSpanWords(chosen.from, chosen.to)} />
      <OfUnit {...props} />
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((visit) => (
              <li class="list-group-item" key={visit.id}>
                <VisitListRow
                  visit={visit}
                  reader={{ timeZone: actor.timeZone, now }}
                  countsDown={tab.countsDown}
                  wholes={wholes.get(visit.id)}
                />
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
      {page.items.length > 0 && <ExportLinks path="/kunjungan" chosen={{ tab: tab.key, ...chosen }} />}
    </Layout>
  );
}

/** Of which unit alone visits are shown, and the way to all. */
function OfUnit({ unit, tab, chosen }: VisitListPageProps): VNode | null {
  if (!unit) return null;
  return (
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
  );
}

function Tabs({ actor, tab, chosen }: VisitListPageProps): VNode {
  return (
    <nav aria-label="Daftar kunjungan">
      <ul class="visit-tabs">
        {listTabs
          .filter(({ isFor }) => isFor?.(actor) ?? true)
          .map(({ key, name }) => (
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

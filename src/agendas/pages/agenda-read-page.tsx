import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { AgendaTable } from './agenda-table.js';
import type { ShownAgenda } from './agenda-view.js';

/** The agenda for those who only read it. */
export function AgendaReadPage({ shown }: { shown: ShownAgenda }): VNode {
  const { actor, visit, zone, items } = shown;
  return (
    <Layout
      title={`Susunan acara – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['agendas/pages/agenda.css']}
    >
      <PageHeading
        title="Susunan acara"
        lead={formatDateTimeRange(visit.startsAt, visit.endsAt, zone)}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      >
        {items.length > 0 && <PrintLink visitId={visit.id} />}
      </PageHeading>
      <div class="card">
        <div class="card-body">
          {items.length > 0 ? (
            <AgendaTable items={items} zone={zone} own={actor.timeZone} place={visit.place} />
          ) : (
            <Empty icon="clock" title="Belum ada susunan acara">
              Susunan acara tampil di sini begitu kedua UPT menerbitkannya.
            </Empty>
          )}
        </div>
      </div>
    </Layout>
  );
}

/** The way to the page for paper. */
export function PrintLink({ visitId }: { visitId: string }): VNode {
  return (
    <a class="btn" href={`/kunjungan/${visitId}/acara/cetak`}>
      <Icon name="printer" />
      Versi cetak
    </a>
  );
}

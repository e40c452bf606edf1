import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import { QuestionList } from './agenda-questions-card.js';
import { AgendaTable } from './agenda-table.js';
import type { ShownAgenda } from './show-agenda.js';

/** The agenda for those who only read it. */
export function AgendaReadPage({ shown }: { shown: ShownAgenda }): VNode {
  const { actor, visit, now, zone, items } = shown;
  return (
    <Layout
      title={`Susunan acara – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['agendas/pages/agenda.css']}
    >
      <PageHeading
        title="Susunan acara"
        lead={<ReaderTime of={visit} reader={{ timeZone: actor.timeZone, now }} />}
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
      {shown.questions.length > 0 && (
        <Card title="Yang ingin dipelajari tamu">
          <div class="card-body">
            <QuestionList shown={shown} />
          </div>
        </Card>
      )}
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

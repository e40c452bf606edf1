import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { AgendaTable } from './agenda-table.js';
import type { ShownAgenda } from './agenda-view.js';

/** The agenda as it is put on the table: one sheet, without what belongs to a screen. */
export function AgendaPrintPage({ shown }: { shown: ShownAgenda }): VNode {
  const { actor, visit, items } = shown;
  return (
    <Layout
      title={`Susunan acara ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['agendas/pages/agenda.css']}
      scripts={['agendas/pages/browser/print.js']}
    >
      <div class="d-print-none">
        <PageHeading
          title="Versi cetak"
          lead="Kertas A4. Pilih Cetak pada menu peramban; di sana dapat juga disimpan sebagai PDF."
          back={[`/kunjungan/${visit.id}/acara`, 'Susunan acara']}
        >
          <button class="btn btn-primary" type="button" data-print hidden>
            <Icon name="printer" />
            Cetak
          </button>
        </PageHeading>
      </div>
      {items.length > 0 ? (
        <Sheet shown={shown} />
      ) : (
        <Empty icon="printer" title="Belum ada yang dapat dicetak">
          Susunan acara masih kosong.
        </Empty>
      )}
    </Layout>
  );
}

function Sheet({ shown }: { shown: ShownAgenda }): VNode {
  const { actor, visit, zone, items, agenda, isOrganiser } = shown;
  const facts = [
    ['Kunjungan', visit.title],
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Waktu', formatDateTimeRange(visit.startsAt, visit.endsAt, zone)],
    ['Tempat', visit.place],
    ['Nomor', visit.reference],
  ] as const;
  return (
    <article class="agenda-sheet">
      <h2 class="agenda-sheet-title">Susunan Acara</h2>
      {isOrganiser && agenda.state === 'draft' && (
        <p class="agenda-sheet-draft">Rancangan, belum diterbitkan</p>
      )}
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <>
              <dt key={name}>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      <AgendaTable items={items} zone={zone} own={actor.timeZone} place={visit.place} />
    </article>
  );
}

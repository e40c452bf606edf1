import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { PrintHeading } from '../../platform/pages/print-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { whereWords } from '../../visits/index.js';
import { AgendaTable } from './agenda-table.js';
import type { ShownAgenda } from './show-agenda.js';

/** The agenda as it is put on the table: one sheet, without what belongs to a screen. */
export function AgendaPrintPage({ shown }: { shown: ShownAgenda }): VNode {
  const { actor, visit, items } = shown;
  return (
    <Layout
      title={`Susunan acara ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['agendas/pages/agenda.css']}
      scripts={['platform/pages/browser/print.js']}
    >
      <PrintHeading title="Versi cetak" back={[`/kunjungan/${visit.id}/acara`, 'Susunan acara']} />
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
  const place = whereWords({ ...visit, meetingLink: null }, visit.place);
  const facts = [
    ['Kunjungan', visit.title],
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Waktu', formatDateTimeRange(visit, zone)],
    ['Tempat', place],
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
      <AgendaTable items={items} zone={zone} own={actor.timeZone} place={place} />
    </article>
  );
}

import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';

/** What waits on the device that shows this page: only that device knows. */
export function UnsentPage({ actor }: { actor: Actor }): VNode {
  return (
    <Layout
      title="Belum terkirim"
      actor={actor}
      path="/kunjungan"
      styles={['visit-days/pages/day.css']}
      scripts={['visit-days/pages/browser/day.js']}
    >
      <PageHeading
        title="Belum terkirim dari perangkat ini"
        lead="Kehadiran, catatan, dan foto hari kunjungan yang Anda catat tanpa sambungan. Terkirim sendiri begitu ada sambungan."
      />
      <div class="day" data-unsent-page data-enters>
        <div class="day-line" id="kiriman" role="status" aria-live="polite" />
        <div id="semua-belum-terkirim">
          <Card title="Di perangkat ini">
            <p class="card-body mb-0">
              Peramban ini tidak menjalankan skrip, sehingga tidak menyimpan apa pun untuk dikirim nanti.
            </p>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PrintHeading } from '../../platform/pages/print-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { sameHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { printedHours } from '../domain/code-times.js';
import type { Door } from '../use-cases/door-access.js';

interface PaperPageProps {
  actor: Actor;
  door: Door;
  /** The code on paper, as a picture; null where it is not taken any more. */
  qr: string | null;
}

/** A paper for the wall. It cannot renew itself, so that it says when it is good. */
export function PaperPage({ actor, door: { visit }, qr }: PaperPageProps): VNode {
  return (
    <Layout
      title={`Kode hadir cetak ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['check-in/pages/door.css']}
      scripts={['platform/pages/browser/print.js']}
    >
      <PrintHeading
        title="Kode hadir cetak"
        lead=", untuk ditempel di tempat kunjungan"
        back={[`/kunjungan/${visit.id}/hari-ini`, 'Hari kunjungan']}
      />
      {qr === null ? (
        <p class="alert alert-warning d-block">
          Kode cetak tidak diterima lagi, termasuk yang sudah ditempel.
        </p>
      ) : (
        <Paper visit={visit} qr={qr} />
      )}
      <PageForm class="mt-3 d-print-none" action={`/kunjungan/${visit.id}/hari-ini/qr-cetak`}>
        <p class="text-secondary">
          Kode di layar lebih aman karena berganti setiap menit: yang memotret kode cetak dapat memakainya
          dari tempat lain selama jam kunjungan.
        </p>
        <button class="btn" type="submit" name="terima" value={qr === null ? 'ya' : 'tidak'}>
          {qr === null ? 'Terima kembali kode cetak' : 'Jangan terima kode cetak lagi'}
        </button>
      </PageForm>
    </Layout>
  );
}

function Paper({ visit, qr }: { visit: Door['visit']; qr: string }): VNode {
  return (
    <article class="door-paper">
      <h2>Daftar hadir</h2>
      <p>{visit.title}</p>
      <img src={qr} width="600" height="600" alt="Kode QR daftar hadir" />
      <p>Pindai dengan kamera ponsel, lalu pilih nama Anda atau tulis kode pribadi Anda.</p>
      <p>
        Berlaku{' '}
        {printedHours(visit)
          .map(({ startsAt, endsAt }) => formatDateTimeRange(sameHours(startsAt, endsAt), visit.timeZone))
          .join('; ')}
        .
      </p>
    </article>
  );
}

import type { VNode } from 'preact';
import type { MailOutage } from '../../platform/mail/mail-outages.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { outageProblem } from '../../platform/mail/delivery-words.js';
import { AGAIN_DAYS } from '../domain/sending-again.js';
import type { MailTrouble } from '../queries/mails-that-wait.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** What keeps mails from leaving, and the button that sends all again; nothing when all is well. */
export function Trouble({ trouble, zone }: { trouble: MailTrouble; zone: Zone }): VNode | null {
  const { outages, waiting, givenUp } = trouble;
  if (outages.length === 0 && givenUp === 0) return null;
  return (
    <section aria-label="Pengiriman surat" class="mb-3">
      {outages.map((outage) => (
        <Outage key={outage.domain ?? ''} outage={outage} waiting={waiting} zone={zone} />
      ))}
      <SendAllAgain waiting={waiting} givenUp={givenUp} />
    </section>
  );
}

function Outage({ outage, waiting, zone }: { outage: MailOutage; waiting: number; zone: Zone }): VNode {
  const { domain, since, noticedAt, words } = outage;
  return (
    <div class="alert alert-warning d-block" role="status">
      <h2 class="alert-title">
        {domain === null ? 'Server surel tidak dapat dipakai' : `${domain} menolak surat dari Sambang`}
      </h2>
      <p class="mb-1">
        Sejak {formatMoment(since, zone)}, terakhir dicoba {formatMoment(noticedAt, zone)}:{' '}
        {outageProblem(domain, words)}. Kata server: <q>{words}</q>
      </p>
      <p class="text-secondary mb-0">
        {domain === null
          ? `${waiting} surat menunggu dan tidak ada yang hilang: server dicoba lagi setiap menit, sampai lima hari. Periksa pengaturan SMTP atau hubungi pengelola server surel.`
          : 'Surat ke sana menunggu dan dicoba lagi, sampai lima hari. Biasanya alamat server kita masuk daftar hitam, atau SPF dan DKIM belum benar.'}
      </p>
    </div>
  );
}

function SendAllAgain({ waiting, givenUp }: { waiting: number; givenUp: number }): VNode {
  return (
    <PageForm action="/surat/kirim-ulang">
      <button class="btn btn-primary" type="submit">
        {givenUp > 0 ? `Kirim ulang ${givenUp} surat yang gagal` : 'Coba kirim sekarang'}
      </button>
      <p class="form-hint mt-2 mb-0">
        {givenUp > 0 &&
          `Semua yang gagal dalam ${AGAIN_DAYS} hari terakhir, kecuali ke alamat yang sudah mati. `}
        {waiting > 0 && `${waiting} surat yang menunggu juga dicoba sekarang.`}
      </p>
    </PageForm>
  );
}

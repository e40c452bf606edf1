import type { VNode } from 'preact';
import { platforms, subscribeLinks } from '../../calendars/index.js';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { addressOf } from './addresses.js';

interface CalendarPageProps {
  token: string;
  /** The feed's address and its picture; null for a link of older mails, which has none yet. */
  feed: { url: string; qr: string } | null;
}

/** How the visit comes into the own calendar, and stays right there. */
export function CalendarPage({ token, feed }: CalendarPageProps): VNode {
  return (
    <Layout
      title="Kalender kunjungan"
      actor={undefined}
      narrow
      styles={['participant-page/pages/participant-page.css']}
    >
      <PageHeading title="Pasang di kalender Anda" back={[addressOf(token), 'Halaman kunjungan']} />
      <p>
        Kalender mengikuti sendiri bila waktu, tempat atau susunan acara berubah. Isinya kunjungan ini saja.
      </p>
      {feed ? (
        <Feed {...feed} />
      ) : (
        <PageForm action={addressOf(token, 'kalender')}>
          <button class="btn btn-primary w-100 mb-3" type="submit">
            Buat alamat kalender
          </button>
        </PageForm>
      )}
      <a class="btn w-100" href={addressOf(token, 'kunjungan.ics')}>
        Unduh berkas kalender (.ics)
      </a>
    </Layout>
  );
}

function Feed({ url, qr }: { url: string; qr: string }): VNode {
  const links = subscribeLinks(url, 'Kunjungan Sambang');
  return (
    <>
      <Card title="Tambahkan dengan dua ketukan">
        <ul class="list-group list-group-flush">
          {platforms.map(({ link, name, steps }) => (
            <li class="list-group-item" key={link}>
              <a class="btn btn-primary w-100 mb-1" href={links[link]} rel="noreferrer">
                {name}
              </a>
              <div class="text-secondary">{steps}</div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Lewat kamera ponsel">
        <div class="card-body text-center">
          <img class="participant-qr" src={qr} width="232" height="232" alt="Kode QR alamat kalender ini" />
        </div>
      </Card>
      <Card title="Program kalender lain">
        <div class="card-body">
          <label class="form-label" for="alamat">
            Alamat langganan
          </label>
          <input class="form-control" id="alamat" value={url} readOnly />
          <p class="form-hint mt-1">
            Alamat ini rahasia dan milik Anda. Program kalender di komputer membukanya langsung lewat{' '}
            <a class="text-decoration-underline" href={links.webcal}>
              webcal
            </a>
            .
          </p>
        </div>
      </Card>
    </>
  );
}

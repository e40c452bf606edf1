import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { feedName } from '../domain/feed-content.js';
import { platforms, subscribeLinks } from '../domain/subscribe-links.js';
import type { IssuedFeed } from '../use-cases/own-feeds.js';

interface IssuedFeedPageProps {
  actor: Actor;
  issued: IssuedFeed;
  /** The address as a picture, for the phone's camera. */
  qr: string;
}

/** A feed's secret address, this once: to tap, to scan, or to copy. */
export function IssuedFeedPage({ actor, issued: { feed, url, eventsUrl }, qr }: IssuedFeedPageProps): VNode {
  const links = subscribeLinks(eventsUrl ?? url, feedName(feed));
  return (
    <Layout
      title="Alamat kalender Anda"
      actor={actor}
      path="/kalender/saya"
      styles={['calendars/pages/own-calendar.css']}
      scripts={['platform/pages/browser/copy.js']}
    >
      <PageHeading title={feedName(feed)} back={['/kalender/saya', 'Kalender saya']} />
      <NoticeAlert>
        Alamat ini rahasia dan hanya ditampilkan sekali ini. Siapa pun yang memilikinya dapat membaca kalender
        Anda; jangan bagikan. Bila hilang, ganti alamatnya di “Kalender saya”.
      </NoticeAlert>
      <div class="feed-columns">
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
        <div>
          <Card title="Lewat kamera ponsel">
            <div class="card-body text-center">
              <img class="feed-qr" src={qr} width="232" height="232" alt="Kode QR alamat kalender ini" />
              <p class="text-secondary mb-0 mt-2">Arahkan kamera ponsel, lalu ketuk tautan yang muncul.</p>
            </div>
          </Card>
          <Card title="Program kalender lain">
            <div class="card-body">
              <label class="form-label" for="alamat">
                Alamat langganan
              </label>
              <input class="form-control" id="alamat" value={eventsUrl ?? url} readOnly data-copy />
              {eventsUrl !== null && (
                <>
                  <p class="form-hint">Waktu yang tidak kosong tampil sebagai acara “Terisi” dan “Tutup”.</p>
                  <label class="form-label" for="alamat-sibuk">
                    Alamat untuk program yang membaca VFREEBUSY
                  </label>
                  <input class="form-control" id="alamat-sibuk" value={url} readOnly data-copy />
                </>
              )}
            </div>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

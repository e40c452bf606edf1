import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Notice } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { feedName } from '../domain/feed-content.js';
import { subscribeLinks } from '../domain/subscribe-links.js';
import type { IssuedFeed } from '../use-cases/own-feeds.js';
import { platforms } from './feed-words.js';

interface IssuedFeedPageProps {
  actor: Actor;
  issued: IssuedFeed;
  /** The address as a picture, for the phone's camera. */
  qr: string;
}

/** A feed's secret address, this once: to tap, to scan, or to copy. */
export function IssuedFeedPage({ actor, issued: { feed, url }, qr }: IssuedFeedPageProps): VNode {
  const links = subscribeLinks(url, feedName(feed));
  return (
    <Layout
      title="Alamat kalender Anda"
      actor={actor}
      path="/kalender/saya"
      styles={['calendars/pages/own-calendar.css']}
      scripts={['calendars/pages/browser/copy.js']}
    >
      <PageHeading title={feedName(feed)} back={['/kalender/saya', 'Kalender saya']} />
      <Notice>
        Alamat ini rahasia dan hanya ditampilkan sekali ini. Siapa pun yang memilikinya dapat membaca kalender
        Anda; jangan bagikan. Bila hilang, ganti alamatnya di “Kalender saya”.
      </Notice>
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
              <input class="form-control" id="alamat" value={url} readOnly data-copy />
            </div>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

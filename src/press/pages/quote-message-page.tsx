import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { shareLink } from '../domain/share.js';
import type { PressRoom } from '../use-cases/read-press.js';
import { roomPath } from './press-words.js';

/** A message to the own head, with a link that is shown this once. */
export function QuoteMessagePage({
  actor,
  room: { visit },
  text,
}: {
  actor: Actor;
  room: PressRoom;
  text: string;
}): VNode {
  const link = shareLink(text);
  return (
    <Layout
      title="Pesan permintaan kutipan"
      actor={actor}
      path="/kunjungan"
      scripts={['platform/pages/browser/copy.js']}
    >
      <PageHeading
        title="Pesan untuk kepala kantor Anda"
        lead="Tautan di dalamnya hanya untuk kepala kantor, dan membuat tautan sebelumnya tidak berlaku."
        back={[roomPath(visit.id), 'Siaran pers dan laporan']}
      />
      <Card title="Isi pesan">
        <div class="card-body">
          <label class="form-label" for="pesan">
            Pesan
          </label>
          <textarea class="form-control" id="pesan" rows={10} readOnly data-copy>
            {text}
          </textarea>
          {link && (
            <p class="mt-3 mb-0">
              <a class="btn btn-primary" href={link} target="_blank" rel="noreferrer">
                <Icon name="share" />
                Buka di WhatsApp
              </a>
            </p>
          )}
        </div>
      </Card>
    </Layout>
  );
}

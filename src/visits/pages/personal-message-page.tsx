import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { PersonalMessage } from '../use-cases/personal-message.js';
import { Tick } from './reach-card.js';

/** A message to one participant, to be opened in WhatsApp or copied. */
export function PersonalMessagePage({ actor, message }: { actor: Actor; message: PersonalMessage }): VNode {
  const { visit, participant, text, href } = message;
  const { id, name } = participant;
  return (
    <Layout title={`Pesan untuk ${name}`} actor={actor} path="/kunjungan" styles={['visits/pages/visit.css']}>
      <PageHeading
        title={`Pesan untuk ${name}`}
        lead="Tautan di dalamnya hanya untuk orang ini. Buka di WhatsApp, kirim, lalu beri tanda."
        back={[`/kunjungan/${visit.id}#terjangkau`, visit.title]}
      />
      <Card title="Isi pesan">
        <div class="card-body">
          <p class="reach-text">
            <PlainText text={text} />
          </p>
          <div class="btn-list">
            <a class="btn btn-primary" href={href} target="_blank" rel="noreferrer">
              <Icon name="share" />
              Buka di WhatsApp
            </a>
            <Tick address={`/kunjungan/${visit.id}/jangkau/${id}`} name={name} isReached={false} />
          </div>
        </div>
      </Card>
    </Layout>
  );
}

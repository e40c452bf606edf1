import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { pressKindHints, pressKindWords } from '../domain/press-kinds.js';
import type { PressRoom, ReadableText } from '../use-cases/read-press.js';
import { CoachCard } from './coach-card.js';
import { PressForm } from './press-form.js';
import { roomPath, textPath } from './press-words.js';
import { standing } from './press-room-page.js';
import type { RefusedPress } from './refused-press.js';
import { ShareCard } from './share-card.js';
import { StepsCard } from './steps-card.js';

interface PressTextPageProps {
  actor: Actor;
  room: PressRoom;
  text: ReadableText;
  notice?: string | undefined;
  refused?: RefusedPress | undefined;
}

/** One text: written, looked over, approved, and taken away. */
export function PressTextPage(props: PressTextPageProps): VNode {
  const { actor, room, text, notice, refused } = props;
  const { visit } = room;
  const path = textPath(visit.id, text.office.code, text.kind);
  const name = `${pressKindWords[text.kind]} ${text.office.name}`;
  return (
    <Layout
      title={`${name} – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['press/pages/press.css']}
      scripts={['platform/pages/browser/copy.js']}
    >
      <PageHeading
        title={name}
        lead={
          <>
            <span class="badge badge-outline">{standing(text)}</span> {pressKindHints[text.kind]}
          </>
        }
        back={[roomPath(visit.id), 'Siaran pers dan laporan']}
      />
      <RefusalAlert faults={refused?.faults ?? null} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <div class="press-columns">
        <div>
          <Card title={text.mayWrite ? 'Tulis' : 'Teks'}>
            {text.mayWrite ? (
              <PressForm path={path} room={room} text={text} refused={refused} />
            ) : (
              <ReadText text={text} />
            )}
          </Card>
          <ShareCard path={path} text={text} />
        </div>
        <div>
          <CoachCard path={path} text={text} refused={refused} zone={actor.timeZone} />
          <StepsCard path={path} text={text} refused={refused} zone={actor.timeZone} />
          {text.saved && (
            <Card title="Riwayat">
              <div class="card-body btn-list">
                <a class="btn" href={`${path}/versi`}>
                  Lihat versi sebelumnya
                </a>
                {text.mayWrite && (
                  <a class="btn" href={`${path}/tulis-ulang`}>
                    Tulis ulang dari data
                  </a>
                )}
              </div>
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}

const ReadText = ({ text: { content } }: { text: ReadableText }): VNode => (
  <div class="card-body prose">
    <p class="fw-medium">{content.title}</p>
    <PlainText text={content.body} />
  </div>
);

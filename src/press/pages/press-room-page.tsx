import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { pressKindHints, pressKindWords } from '../domain/press-kinds.js';
import { pressStateWords } from '../domain/press-states.js';
import type { PressRoom, ReadableText } from '../use-cases/read-press.js';
import { roomPath, textPath } from './press-words.js';
import { QuotesCard } from './quotes-card.js';

interface PressRoomPageProps {
  actor: Actor;
  room: PressRoom;
  notice?: string | undefined;
  faults?: FormFaults | null;
}

/** The texts of a visit, party by party, and what their heads say. */
export function PressRoomPage({ actor, room, notice, faults = null }: PressRoomPageProps): VNode {
  const { visit, texts, known } = room;
  return (
    <Layout title={`Siaran pers – ${visit.title}`} actor={actor} path="/kunjungan">
      <PageHeading
        title="Siaran pers dan laporan"
        lead="Tiap kantor menulis teksnya sendiri dari data kunjungan; pihak lain membacanya setelah siap."
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      <RefusalAlert faults={faults} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      {texts.length === 0 && (
        <Card title="Teks">
          <Empty icon="file" title="Belum ada yang siap">
            Teks kantor lain tampak di sini setelah disetujui kepalanya dan ditandai siap.
          </Empty>
        </Card>
      )}
      {[...known.offices.values()].map((office) => {
        const own = texts.filter((text) => text.office.code === office.code);
        return own.length > 0 && <OfficeCard key={office.code} texts={own} room={room} actor={actor} />;
      })}
      <QuotesCard room={room} path={roomPath(visit.id)} />
    </Layout>
  );
}

const OfficeCard = ({
  texts,
  room: { visit },
  actor,
}: {
  texts: readonly ReadableText[];
  room: PressRoom;
  actor: Actor;
}): VNode => (
  <Card title={texts[0]?.office.name ?? ''}>
    <ul class="list-group list-group-flush">
      {texts.map(({ kind, office, saved, points, isReady }) => (
        <li class="list-group-item" key={kind}>
          <a href={textPath(visit.id, office.code, kind)}>{pressKindWords[kind]}</a>{' '}
          <span class="badge badge-outline">{standing({ saved, isReady })}</span>
          <div class="text-secondary">
            {saved
              ? `Versi ${saved.version}, ${saved.writtenByName}, ${formatMoment(saved.writtenAt, actor.timeZone)}`
              : pressKindHints[kind]}
            {!isReady && ` · ${points.filter(({ holds }) => !holds).length} hal perlu dilihat`}
          </div>
        </li>
      ))}
    </ul>
  </Card>
);

/** Where a text stands, in words. */
export function standing({ saved, isReady }: Pick<ReadableText, 'saved' | 'isReady'>): string {
  if (!saved) return 'Draf dari data';
  if (saved.state === 'ready' && !isReady) return 'Perlu diperiksa lagi';
  return pressStateWords[saved.state];
}

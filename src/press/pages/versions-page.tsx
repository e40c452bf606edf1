import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { TEXT_CHANGES_STYLES, TextChanges } from '../../platform/pages/text-changes.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { pressKindWords, saysTheSame, wholeText, type PressContent } from '../domain/press-kinds.js';
import type { PressVersion } from '../queries/press-texts.js';
import type { PressRoom, ReadableText } from '../use-cases/read-press.js';
import { textPath } from './press-words.js';

interface VersionsPageProps {
  actor: Actor;
  room: PressRoom;
  text: ReadableText;
  /** The newest first. */
  versions: readonly PressVersion[];
}

/** All that is compared of a text, the captions of its photos with it. */
const comparable = (kind: ReadableText['kind'], content: PressContent): string =>
  [wholeText(kind, content), ...content.photos.map(({ caption }) => `Foto: ${caption}`)].join('\n\n');

/** What a text said before, what each version changed, and the way back to it. */
export function VersionsPage({ actor, room, text, versions }: VersionsPageProps): VNode {
  const { visit } = room;
  const path = textPath(visit.id, text.office.code, text.kind);
  const name = `Riwayat ${pressKindWords[text.kind].toLowerCase()}`;
  return (
    <Layout title={`${name} – ${visit.title}`} actor={actor} path="/kunjungan" styles={[TEXT_CHANGES_STYLES]}>
      <PageHeading title={name} lead={text.office.name} back={[path, pressKindWords[text.kind]]} />
      {versions.map((version, index) => {
        const before = versions[index + 1];
        return (
          <Card key={version.version} title={`Versi ${version.version}${index === 0 ? ' (terbaru)' : ''}`}>
            <div class="card-body">
              <p class="text-secondary">
                {version.writtenByName}, {formatMoment(version.writtenAt, actor.timeZone)}
              </p>
              <details open={index === 0}>
                <summary>
                  {before ? 'Yang berubah' : 'Isi versi ini'}
                  <span class="visually-hidden"> pada versi {version.version}</span>
                </summary>
                <TextChanges
                  before={comparable(text.kind, before ?? version)}
                  after={comparable(text.kind, version)}
                />
              </details>
            </div>
            {index > 0 && text.mayWrite && (
              <div class="card-footer">
                <PageForm
                  action={`${path}/pulihkan`}
                  about={String(version.version)}
                  version={text.saved?.version ?? 0}
                >
                  <input type="hidden" name="before" value={version.version} />
                  <button class="btn" type="submit">
                    Pulihkan versi {version.version}
                  </button>
                </PageForm>
              </div>
            )}
          </Card>
        );
      })}
    </Layout>
  );
}

/** What a new draft from the data would change, before it does. */
export function RedraftPage({
  actor,
  room,
  text,
  draft,
}: Omit<VersionsPageProps, 'versions'> & { draft: PressContent }): VNode {
  const { visit } = room;
  const path = textPath(visit.id, text.office.code, text.kind);
  const after = { ...draft, photos: text.content.photos };
  const isSame = saysTheSame(text.content, after);
  return (
    <Layout
      title={`Tulis ulang – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={[TEXT_CHANGES_STYLES]}
    >
      <PageHeading
        title="Tulis ulang dari data"
        lead="Begini teks berubah bila diganti draf dari data sekarang. Foto tetap; versi sekarang tetap ada di riwayat."
        back={[path, pressKindWords[text.kind]]}
      />
      <Card title={isSame ? 'Tidak ada yang berubah' : 'Yang berubah'}>
        <div class="card-body">
          <TextChanges before={comparable(text.kind, text.content)} after={comparable(text.kind, after)} />
        </div>
        {!isSame && (
          <div class="card-footer btn-list">
            <PageForm action={`${path}/tulis-ulang`} version={text.saved?.version ?? 0}>
              <button class="btn btn-primary" type="submit">
                Ganti dengan draf ini
              </button>
            </PageForm>
            <a class="btn" href={path}>
              Biarkan
            </a>
          </div>
        )}
      </Card>
    </Layout>
  );
}

import type { VNode } from 'preact';
import { assetPath, findAsset } from '../../platform/pages/assets.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { guides, type Guide } from './guides.js';
import { pictureFile, pictures, screens, type PictureName } from './pictures.js';

const STYLES = ['help/pages/help.css'];

/** The guides to choose from. */
export function HelpPage({ actor }: { actor: Actor | null }): VNode {
  return (
    <Layout title="Bantuan" actor={actor} path="/bantuan" styles={STYLES}>
      <PageHeading title="Bantuan" lead="Pilih panduan yang sesuai dengan Anda." />
      <ul class="card-grid">
        {guides.map(({ name, icon, title, lead }) => (
          <li key={name}>
            <a class="card card-body help-choice" href={`/bantuan/${name}`}>
              <Icon name={icon} />
              <span class="help-choice-title">{title}</span>
              <span class="text-secondary">{lead}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="text-secondary mt-4 prose">
        Tidak menemukan jawabannya? Tanyakan kepada narahubung kunjungan Anda, atau kepada Kanwil di wilayah
        Anda.
      </p>
    </Layout>
  );
}

/** One guide: chapters with pictures. */
export function GuidePage({ actor, guide }: { actor: Actor | null; guide: Guide }): VNode {
  return (
    <Layout title={guide.title} actor={actor} path="/bantuan" styles={STYLES}>
      <PageHeading title={guide.title} lead={guide.lead} back={['/bantuan', 'Bantuan']} />
      <nav class="help-contents d-print-none" aria-label="Isi panduan">
        <ol>
          {guide.chapters.map(({ title }, index) => (
            <li key={title}>
              <a href={`#bagian-${index + 1}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {guide.chapters.map(({ title, text, picture }, index) => (
        <section class="help-chapter" id={`bagian-${index + 1}`} key={title}>
          <h2>
            {index + 1}. {title}
          </h2>
          <div class="help-text">
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          {picture && <ChapterPicture name={picture} isFirst={isFirstPicture(guide, index)} />}
        </section>
      ))}
    </Layout>
  );
}

const isFirstPicture = (guide: Guide, index: number): boolean =>
  guide.chapters.findIndex(({ picture }) => picture !== undefined) === index;

/** The first picture stands open; the others are fetched when somebody wants them, for the sake of slow lines. */
function ChapterPicture({ name, isFirst }: { name: PictureName; isFirst: boolean }): VNode {
  if (isFirst) return <Picture name={name} />;
  return (
    <details class="fold">
      <summary>Lihat gambarnya</summary>
      <Picture name={name} />
    </details>
  );
}

/** A picture of the running application; left out where it has not been taken yet. */
function Picture({ name }: { name: PictureName }): VNode | null {
  const file = pictureFile(name);
  if (!findAsset(file)) return null;
  const { screen, alt } = pictures[name];
  const { width, height } = screens[screen];
  return (
    <figure class={`help-picture help-picture-${screen}`}>
      <img src={assetPath(file)} width={width} height={height} alt={alt} loading="lazy" />
    </figure>
  );
}

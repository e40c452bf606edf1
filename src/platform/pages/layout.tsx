import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../security/actor.js';
import { zoneLabel } from '../text/zones.js';
import { assetPath } from './assets.js';
import { destinations } from './destinations.js';
import { Icon } from './icon.js';
import { LookSwitch } from './look-switch.js';
import { SeenContext, type Look } from './look.js';
import { PageForm } from './page-form.js';

export interface Frame {
  title: string;
  /** Who is signed in; null for a visitor; undefined where that is not known, as on a page that does not exist. */
  actor: Actor | null | undefined;
  /** The destination the page belongs to, to mark where one is. */
  path?: string;
  /** Nothing but the content: what stands on a screen that many look at. */
  bare?: boolean;
  /** Seconds after which the page loads itself again where no script renews it. */
  reloads?: number;
  /** A short form or message in one column. */
  narrow?: boolean;
  /** Style sheets of the feature beside the common one, by path under src: `visits/pages/visit.css`. */
  styles?: readonly string[];
  /** Modules of the feature for the browser: `visits/pages/browser/countdown.js`. */
  scripts?: readonly string[];
  /** Scripts of packages that are no modules, loaded before `scripts`; names of `assets.ts`. */
  libraries?: readonly string[];
  children: ComponentChildren;
}

const SHELL = 'platform/pages/browser/shell.js';

/** What every page has: the way around, search, the content, and the look in light and dark. */
export function Layout({ actor, path, narrow = false, bare = false, children, ...head }: Frame): VNode {
  const { look, person } = useContext(SeenContext);
  return (
    <html lang="id" data-bs-theme={look === 'device' ? undefined : look}>
      <Head look={look} {...head} />
      <body
        class={bare ? 'site site-bare' : actor ? 'site site-signed-in' : 'site'}
        data-person={person === null ? '' : person}
      >
        <a class="visually-hidden-focusable skip-link" href="#isi">
          Langsung ke isi
        </a>
        {!bare && <Header actor={actor} path={path} />}
        {actor && !bare && <Side actor={actor} path={path} />}
        <div class="site-body">
          <main class="site-main" id="isi" tabIndex={-1}>
            <div class="site-content">{narrow ? <div class="narrow">{children}</div> : children}</div>
          </main>
          {!bare && (
            <footer class="site-footer d-print-none">
              Sambang · kunjungan antar-UPT Pemasyarakatan · <a href="/bantuan">Bantuan</a>
            </footer>
          )}
        </div>
        {actor && !bare && <Thumbs actor={actor} path={path} />}
      </body>
    </html>
  );
}

function Head({
  look,
  title,
  styles = [],
  scripts = [],
  libraries = [],
  reloads,
}: Pick<Frame, 'title' | 'styles' | 'scripts' | 'libraries' | 'reloads'> & { look: Look }): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={look === 'device' ? 'light dark' : look} />
      <title>{title === 'Sambang' ? title : `${title} – Sambang`}</title>
      {reloads !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(reloads)} />
        </noscript>
      )}
      <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetPath('tabler.css')} />
      <DarkSheet name="tabler-dark.css" look={look} />
      <link rel="stylesheet" href={assetPath('sambang.css')} />
      <DarkSheet name="sambang-dark.css" look={look} />
      {styles.map((name) => (
        <link rel="stylesheet" href={assetPath(name)} key={name} />
      ))}
      {libraries.map((name) => (
        <script src={assetPath(name)} defer key={name} />
      ))}
      {[SHELL, ...scripts].map((name) => (
        <script type="module" src={assetPath(name)} key={name} />
      ))}
    </head>
  );
}

/** A sheet of the dark look: where nobody chose one, the device says when it holds. */
function DarkSheet({ name, look }: { name: string; look: Look }): VNode | null {
  if (look === 'light') return null;
  const media = look === 'device' ? '(prefers-color-scheme: dark)' : undefined;
  return <link rel="stylesheet" href={assetPath(name)} media={media} />;
}

function Header({ actor, path }: Pick<Frame, 'actor' | 'path'>): VNode {
  return (
    <header class="site-header d-print-none">
      <a class="site-brand" href="/">
        <img src={assetPath('icon.svg')} width="32" height="32" alt="" />
        Sambang
      </a>
      {actor && (
        <form class="site-search" action="/cari" role="search">
          <label class="visually-hidden" for="cari">
            Cari di Sambang
          </label>
          <Icon name="search" />
          <input
            id="cari"
            name="q"
            type="search"
            placeholder="Cari UPT, kunjungan, catatan, orang"
            maxLength={100}
            autocomplete="off"
            aria-keyshortcuts="/"
          />
          <kbd class="site-search-key" aria-hidden="true">
            /
          </kbd>
        </form>
      )}
      {actor === null && path !== '/masuk' && (
        <a class="btn ms-auto" href="/masuk">
          Masuk
        </a>
      )}
      {actor && <Whereabouts actor={actor} />}
    </header>
  );
}

/** The own unit and its zone: every time on a page without a zone of its own would be read in it. */
function Whereabouts({ actor }: { actor: Actor }): VNode {
  return (
    <div class="site-place">
      <span class="site-place-name">{actor.placeName ?? 'Administrator'}</span>
      <span class="site-place-zone">{zoneLabel(actor.timeZone)}</span>
    </div>
  );
}

const isHere = (href: string, path: string | undefined): 'page' | undefined =>
  href === path ? 'page' : undefined;

/** All destinations: a column beside the page, on a phone a sheet that the bar at its foot opens. */
function Side({ actor, path }: { actor: Actor; path: string | undefined }): VNode {
  return (
    <div class="site-side d-print-none" id="menu" popover="auto">
      <nav aria-label="Utama">
        <ul class="site-nav">
          {destinations
            .filter(({ policy }) => policy(actor))
            .map(({ href, name, icon }) => (
              <li key={href}>
                <a href={href} aria-current={isHere(href, path)}>
                  <Icon name={icon} />
                  {name}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <div class="site-account">
        <nav aria-label="Akun">
          <ul class="site-nav">
            <li>
              <a href="/kalender/saya" aria-current={isHere('/kalender/saya', path)}>
                <Icon name="bell" />
                Kalender saya
              </a>
            </li>
            <li>
              <a href="/akun" aria-current={isHere('/akun', path)}>
                <Icon name="person" />
                <span class="site-account-name">{actor.name}</span>
              </a>
            </li>
          </ul>
          <LookSwitch elsewhere={path ?? '/'} />
        </nav>
        <PageForm action="/keluar">
          <button class="site-leave" type="submit">
            <Icon name="leave" />
            Keluar
          </button>
        </PageForm>
      </div>
    </div>
  );
}

function Thumbs({ actor, path }: { actor: Actor; path: string | undefined }): VNode {
  return (
    <nav class="site-thumbs d-print-none" aria-label="Cepat">
      {destinations
        .filter(({ policy, thumb }) => thumb && policy(actor))
        .map(({ href, name, icon }) => (
          <a href={href} aria-current={isHere(href, path)} key={href}>
            <Icon name={icon} />
            {name}
          </a>
        ))}
      <button type="button" popovertarget="menu">
        <Icon name="menu" />
        Menu
      </button>
    </nav>
  );
}

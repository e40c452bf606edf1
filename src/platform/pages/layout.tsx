import type { ComponentChildren, VNode } from 'preact';
import { administrator, signedIn, type Actor, type RoutePolicy } from '../security/actor.js';
import { assetPath } from './assets.js';

/** The way around: who may not go there does not see it. */
const destinations: readonly { href: string; name: string; policy: RoutePolicy }[] = [
  { href: '/', name: 'Beranda', policy: signedIn },
  { href: '/kunjungan', name: 'Kunjungan', policy: signedIn },
  { href: '/surat', name: 'Surat', policy: administrator },
];

export interface Frame {
  title: string;
  /** Who is signed in; null for a visitor; undefined where that is not known, as on a page that does not exist. */
  actor: Actor | null | undefined;
  /** The path of the page, to mark where one is. */
  path?: string;
  /** A short form or message in one column. */
  narrow?: boolean;
  children: ComponentChildren;
}

/** What every page has: header with the way around, the content, and the look in light and dark. */
export function Layout({ title, actor, path, narrow = false, children }: Frame): VNode {
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === 'Sambang' ? title : `${title} – Sambang`}</title>
        <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('tabler.css')} />
        <link rel="stylesheet" href={assetPath('tabler-dark.css')} media="(prefers-color-scheme: dark)" />
        <link rel="stylesheet" href={assetPath('sambang.css')} />
      </head>
      <body>
        <a class="visually-hidden-focusable skip-link" href="#isi">
          Langsung ke isi
        </a>
        <div class="page">
          <Header actor={actor} path={path} />
          <main class="site-main" id="isi" tabIndex={-1}>
            <div class="container-xl">{narrow ? <div class="narrow">{children}</div> : children}</div>
          </main>
          <footer class="site-footer">
            <div class="container-xl">Sambang · kunjungan antar-UPT Pemasyarakatan</div>
          </footer>
        </div>
      </body>
    </html>
  );
}

function Header({ actor, path }: Pick<Frame, 'actor' | 'path'>): VNode {
  return (
    <header class="site-header d-print-none">
      <div class="container-xl site-header-row">
        <a class="site-brand" href="/">
          <Mark />
          Sambang
        </a>
        {actor && (
          <nav class="site-ways" aria-label="Utama">
            <ul class="site-nav">
              {destinations
                .filter(({ policy }) => policy(actor))
                .map(({ href, name }) => (
                  <li key={href}>
                    <a href={href} aria-current={href === path ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        )}
        {actor !== undefined && <Account actor={actor} path={path} />}
      </div>
    </header>
  );
}

function Account({ actor, path }: { actor: Actor | null; path: string | undefined }): VNode | null {
  if (actor) {
    return (
      <div class="site-account">
        <span class="site-account-name text-secondary">{actor.name}</span>
        <form method="post" action="/keluar">
          <button class="btn" type="submit">
            Keluar
          </button>
        </form>
      </div>
    );
  }
  if (path === '/masuk') return null;
  return (
    <div class="site-account">
      <a class="btn" href="/masuk">
        Masuk
      </a>
    </div>
  );
}

function Mark(): VNode {
  return <img src={assetPath('icon.svg')} width="32" height="32" alt="" />;
}

import type { VNode } from 'preact';

const tabs = [
  ['/surat', 'Keluar'],
  ['/surat/masuk', 'Masuk'],
  ['/surat/contoh', 'Contoh'],
  ['/surat/pemeriksaan', 'Pemeriksaan'],
] as const;

/** What there is to read about mails: those that went out, those that came in, a sample of each kind, and whether they can go and come. */
export function MailTabs({ current }: { current: (typeof tabs)[number][0] }): VNode {
  return (
    <nav aria-label="Jenis surat" class="mb-3">
      <ul class="nav nav-tabs">
        {tabs.map(([href, name]) => (
          <li class="nav-item" key={href}>
            <a
              class={href === current ? 'nav-link active' : 'nav-link'}
              href={href}
              aria-current={href === current ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

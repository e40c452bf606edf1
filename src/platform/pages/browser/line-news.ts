/** Says on the page what keeps it from the server, and that nothing typed is lost by it; gone when the server answers. */

/** `another`: somebody else is signed in at this browser. `trouble`: the server answered, but could not. */
export type Trouble = 'no-line' | 'signed-out' | 'another' | 'trouble';

const STAYS = 'Yang Anda isi masih ada di halaman ini.';

/** What was not done by it. */
const failed = {
  refresh: 'bagian halaman ini belum diperbarui',
  send: 'isian Anda belum terkirim',
  leave: 'Anda belum keluar',
} as const;
export type Deed = keyof typeof failed;

const words: Readonly<Record<Trouble, (deed: Deed) => string>> = {
  'no-line': (deed) => `Tidak ada sambungan, jadi ${failed[deed]}. ${STAYS} Coba lagi setelah tersambung.`,
  'signed-out': (deed) => `Sesi Anda sudah berakhir, jadi ${failed[deed]}. ${STAYS}`,
  another: (deed) => `Orang lain sedang masuk di peramban ini, jadi ${failed[deed]}. ${STAYS}`,
  trouble: (deed) => `Server sedang bermasalah, jadi ${failed[deed]}. ${STAYS} Coba lagi sebentar lagi.`,
};

const notice = (): HTMLElement | null => document.querySelector('[data-line-news]');

export function tellTrouble(trouble: Trouble, deed: Deed): void {
  if (notice()?.dataset['lineNews'] === `${trouble} ${deed}`) return;
  tellNoTrouble();
  const box = document.createElement('div');
  box.className = 'alert alert-warning d-block line-news';
  box.setAttribute('role', 'alert');
  box.dataset['lineNews'] = `${trouble} ${deed}`;
  box.append(words[trouble](deed));
  if (trouble === 'signed-out') box.append(' ', signInLink());
  (document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body).prepend(box);
}

export function tellNoTrouble(): void {
  notice()?.remove();
}

/** Where one signs in and comes back here. */
export const signInAddress = (): string =>
  `/masuk?${new URLSearchParams({ lanjut: location.pathname + location.search }).toString()}`;

/** In a tab of its own, so that what was typed stays; the form is sent from here afterwards. */
function signInLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = signInAddress();
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.className = 'alert-link';
  link.textContent = 'Masuk lagi (tab baru)';
  return link;
}

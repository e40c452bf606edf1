/**
 * Entries of visit days that wait on this device: counted on every page of whoever entered them, and sent from it as soon
 * as there is a line. Loaded where there are some, and by the page where they are entered.
 */
import { isRefused, UNSENT_PAGE, waiting } from './device-queue.js';
import { signInAddress } from './line-news.js';
import { hearQueue, type QueueNews } from './queue-news.js';
import { sendWaiting } from './queue-sending.js';

const RETRY_MS = 10_000;
const SETTLING_MS = 2_000;

interface Counted {
  waiting: number;
  refused: number;
}

let stopped: QueueNews['stopped'] = null;
let watched: string | undefined;
let sending = false;
/** Whether something waited since the page was opened. */
let hadSome = false;

/** Shows and sends what waits of whoever the page is for. */
export function watchUnsent(person: string): void {
  if (watched !== undefined) return;
  watched = person;
  hearQueue(person, (news) => {
    stopped = news.stopped;
    void show(person);
  });
  const again = (): void => void send(person);
  window.addEventListener('online', () => {
    again();
    // A line that just came back may take a moment to carry anything.
    setTimeout(again, SETTLING_MS);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') again();
  });
  setInterval(again, RETRY_MS);
  again();
}

async function send(person: string): Promise<void> {
  const counted = await show(person);
  if (sending || counted.waiting === 0) return;
  sending = true;
  try {
    ({ stopped } = await sendWaiting(person));
  } finally {
    sending = false;
  }
  await show(person);
}

async function show(person: string): Promise<Counted> {
  const entries = await waiting(person);
  const refused = entries.filter(isRefused).length;
  const counted = { waiting: entries.length - refused, refused };
  hadSome ||= entries.length > 0;
  showBadge(counted);
  showOnStart(counted);
  showHindrance(counted);
  return counted;
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

function linkTo(href: string, words: string): HTMLAnchorElement {
  const link = made('a', 'fw-medium', words);
  link.href = href;
  return link;
}

/** What stands in the header, beside the place. */
function showBadge({ waiting, refused }: Counted): void {
  const standing = document.querySelector('.site-unsent');
  if (waiting + refused === 0) return standing?.remove();
  const words = [
    waiting > 0 && 'catatan menunggu dikirim',
    refused > 0 && `${waiting > 0 ? `dan ${refused} ` : ''}catatan tidak dapat disimpan`,
  ];
  const badge = made(
    'a',
    refused > 0 ? 'site-unsent site-unsent-refused' : 'site-unsent',
    made('span', 'site-unsent-number', String(waiting || refused)),
    made('span', 'site-unsent-words', ` ${words.filter(Boolean).join(' ')}`),
  );
  badge.href = UNSENT_PAGE;
  if (standing?.textContent === badge.textContent) return;
  const header = document.querySelector('.site-header');
  if (standing) standing.replaceWith(badge);
  else header?.insertBefore(badge, header.querySelector('.site-place'));
}

/** What the start page says first. */
function showOnStart({ waiting, refused }: Counted): void {
  const place = document.querySelector<HTMLElement>('[data-unsent]');
  if (!place || !hadSome) return;
  place.className = 'alert alert-info d-block';
  const lines: Node[] = [];
  if (waiting > 0) {
    const words = `${waiting} catatan belum terkirim dari perangkat ini`;
    lines.push(made('div', '', linkTo(UNSENT_PAGE, words), '. Terkirim sendiri begitu ada sambungan.'));
  }
  if (refused > 0) {
    const words = `${refused} catatan dari perangkat ini tidak dapat disimpan`;
    lines.push(made('div', '', linkTo(UNSENT_PAGE, words), '. Mohon lihat alasannya.'));
  }
  if (lines.length === 0) lines.push(made('div', '', 'Semua catatan dari perangkat ini sudah terkirim.'));
  const text = lines.map(({ textContent }) => textContent).join('|');
  if (place.dataset['text'] === text) return;
  place.dataset['text'] = text;
  place.replaceChildren(...lines);
}

/** Says it on every page but those of the entries, which have a line for it. */
function showHindrance({ waiting }: Counted): void {
  const standing = document.querySelector('.unsent-hindrance');
  const words = document.getElementById('kiriman') ? null : hindranceOf(stopped, waiting);
  if (!words) return standing?.remove();
  if (standing?.textContent === words.textContent) return;
  const line = made('div', 'alert alert-warning d-block unsent-hindrance', words);
  line.setAttribute('role', 'status');
  if (standing) standing.replaceWith(line);
  else document.querySelector('.site-content')?.prepend(line);
}

/** What its person has to do so that as many are sent; null where nothing is to be done. */
export function hindranceOf(stopped: QueueNews['stopped'], number: number): HTMLElement | null {
  if (number === 0) return null;
  if (stopped === 'signed-out') return linkTo(signInAddress(), `Masuk lagi untuk mengirim ${number} catatan`);
  const words = `Orang lain sedang masuk di peramban ini. ${number} catatan Anda menunggu Anda masuk lagi.`;
  return stopped === 'another' ? made('span', '', words) : null;
}

/**
 * The page of the day with and without a line: every form is kept on the device first, then sent. Without this module
 * the forms are sent as they are.
 */
import { ask } from '../../../platform/pages/browser/ask.js';
import { keepFiles, keepPage, keepsPages } from '../../../platform/pages/browser/device-pages.js';
import { pagePerson } from '../../../platform/pages/browser/device-person.js';
import {
  isRefused,
  keep,
  UNSENT_PAGE,
  waiting,
  type Waiting,
} from '../../../platform/pages/browser/device-queue.js';
import { newId } from '../../../platform/pages/browser/new-id.js';
import { hearQueue, tellQueue, type QueueNews } from '../../../platform/pages/browser/queue-news.js';
import { SENDING, sendWaiting } from '../../../platform/pages/browser/queue-sending.js';
import { lastStored } from '../../../platform/pages/browser/device-stored.js';
import { hindranceOf, watchUnsent } from '../../../platform/pages/browser/unsent.js';
import { showSessions } from './day-clock.js';
import { smallerPhoto } from './smaller-photo.js';
import { showUnsentPage } from './unsent-list.js';
import { actionsOf, itemOf, valueOf } from './waiting-items.js';

const frame = document.querySelector<HTMLElement>('.day[data-visit]');
const person = pagePerson ?? '';
const visit = frame?.dataset['visit'] ?? '';
const CLOCK_MS = 10_000;
/** How far the clock that a page was opened by may be from the device's. */
const CLOCKS_APART_MS = 1_000;
let stopped: QueueNews['stopped'] = null;
/** Whether the server did not answer when the page was to show what stands now. */
let isBehind = false;
/** What the server said of the entries it took last, until something else is entered. */
let said: string[] = [];

/** Keeps a form's content instead of leaving the page with it. */
async function enter(event: SubmitEvent): Promise<void> {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['entry'] === undefined) return;
  event.preventDefault();
  const kind = form.dataset['entry'] as Waiting['kind'];
  const id = newId();
  const enteredAt = new Date().toISOString();
  const given = [...new FormData(form, event.submitter)].filter(([name]) => name !== 'id');
  const fields: Waiting['fields'] = [...(await withSmallPhotos(given)), ['id', id], ['enteredAt', enteredAt]];
  const { title = '' } = frame?.dataset ?? {};
  const label = event.submitter?.getAttribute('aria-label') ?? '';
  const what = { id, person, version: 1, visit, kind, path: form.action } as const;
  const entry: Waiting = { ...what, fields, enteredAt, title, label };
  try {
    await keep(entry);
  } catch {
    // A device that keeps nothing, as in some private windows: the form goes the usual way.
    form.removeAttribute('data-entry');
    return form.requestSubmit(event.submitter);
  }
  if (kind !== 'attendance') form.reset();
  said = [];
  tellQueue({ person, stored: 0, stopped, words: [] });
  await show();
  await sendWaiting(person);
  await askForSync().catch(() => undefined);
}

/** Has the browser wake the service worker once there is a line, where browsers do that, even when no page is open. */
async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator) || (await waiting(person)).length === 0) return;
  const registration = await navigator.serviceWorker.getRegistration('/kunjungan/');
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register(SENDING);
}

const withSmallPhotos = (fields: Waiting['fields']): Promise<Waiting['fields']> =>
  Promise.all(
    fields.map(async ([name, value]): Promise<Waiting['fields'][number]> => [
      name,
      value instanceof File ? await smallerPhoto(value) : value,
    ]),
  );

/** What was sent from here, from another page or by the worker. */
async function hear(news: QueueNews): Promise<void> {
  ({ stopped } = news);
  if (news.words.length > 0) said = news.words;
  // What the server has is what stands.
  if (news.stored > 0) await reload();
  await show();
}

/** Takes the page's parts as the server has them now; also what others entered. */
async function reload(): Promise<void> {
  // Without an answer to this very person the page stays as it is.
  const { answer } = await ask(location.pathname, { headers: { accept: 'text/html' }, deed: null });
  isBehind = !answer?.ok || answer.redirected;
  if (!answer || isBehind) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = fresh.getElementById(part.id);
    if (!next) continue;
    const focus = part.contains(document.activeElement) ? focusKey() : null;
    part.replaceWith(document.adoptNode(next));
    if (focus) document.querySelector<HTMLElement>(focus)?.focus();
  }
}

/** What another page sent while this one was on its way is in neither the page as it came nor the queue. */
async function catchUp(): Promise<void> {
  if ((await lastStored(visit)) > performance.timeOrigin - CLOCKS_APART_MS) await reload();
}

function focusKey(): string | null {
  const label = document.activeElement?.getAttribute('aria-label');
  return label ? `[aria-label="${CSS.escape(label)}"]` : null;
}

/** Shows what waits as if it were stored, and says that it is not. */
async function show(): Promise<void> {
  const entries = await waiting(person, visit);
  const taps = entries.filter(({ kind }) => kind === 'attendance');
  showAttendance(taps.filter((entry) => !isRefused(entry)));
  list(
    'tamu-belum-terkirim',
    entries.filter(({ kind }) => kind === 'guest'),
  );
  list('belum-terkirim', entries.filter(({ kind }) => kind === 'note' || kind === 'photo').reverse());
  showLine(entries.filter((entry) => !isRefused(entry)).length, taps.filter(isRefused));
}

function showAttendance(entries: Waiting[]): void {
  for (const entry of entries) {
    const participant = CSS.escape(valueOf(entry, 'participant'));
    const form = document.querySelector(`input[name="participant"][value="${participant}"]`)?.closest('form');
    for (const button of form?.querySelectorAll<HTMLButtonElement>('button[name="attendance"]') ?? []) {
      button.setAttribute('aria-pressed', String(button.value === valueOf(entry, 'attendance')));
    }
  }
  const count = document.querySelector('[data-present]');
  if (count)
    count.textContent = String(
      document.querySelectorAll('.day-present[aria-pressed="true"], .day-late[aria-pressed="true"]').length,
    );
}

function list(id: string, entries: Waiting[]): void {
  const shown = entries.map((entry) => `${entry.id} ${entry.refusal ?? ''}`).join('|');
  const place = document.getElementById(id);
  // Whoever is about to press something keeps it under the finger.
  if (!place || place.dataset['shown'] === shown) return;
  place.dataset['shown'] = shown;
  place.replaceChildren(...entries.map((entry) => itemOf(entry, changed)));
}

/** After something was done with an entry that had been refused. */
async function changed(): Promise<void> {
  tellQueue({ person, stored: 0, stopped, words: [] });
  await reload();
  await show();
  await sendWaiting(person);
}

function showLine(left: number, refused: Waiting[]): void {
  const line = document.getElementById('kiriman');
  if (!line) return;
  const words: (string | Node)[] = [...said];
  if (left > 0) words.push(`${left} belum terkirim`);
  const hindrance = hindranceOf(stopped, left);
  if (hindrance) words.push(hindrance);
  else if (!navigator.onLine) words.push('Tanpa sambungan: yang Anda catat tersimpan di perangkat ini.');
  for (const entry of refused)
    words.push(`Kehadiran ditolak: ${entry.label ?? ''}. ${entry.refusal ?? ''}`, actionsOf(entry, changed));
  const text = words.map((each) => (typeof each === 'string' ? each : each.textContent)).join('|');
  if (line.dataset['text'] === text) return;
  line.dataset['text'] = text;
  line.replaceChildren(
    ...words.map((each) => {
      if (typeof each !== 'string') return each;
      const span = document.createElement('span');
      span.textContent = each;
      return span;
    }),
  );
}

/** Lets the page open again without a line: keeps it and the files it is made of. */
async function prepareForNoLine(): Promise<void> {
  if (!('serviceWorker' in navigator) || !keepsPages()) return;
  const build = frame?.dataset['build'] ?? '';
  await navigator.serviceWorker.register(`/hari-ini.js?v=${build}`, { scope: '/kunjungan/' });
  await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/aset/'))
    .map(({ href }) => href);
  for (const path of [location.pathname, UNSENT_PAGE]) {
    const { answer } = await ask(path, { headers: { accept: 'text/html' }, deed: null });
    if (!answer) return;
    await keepPage(build, path, answer);
  }
  await keepFiles(build, files);
  document.documentElement.dataset['kept'] = '';
}

if (frame) {
  document.addEventListener('submit', (event) => void enter(event));
  hearQueue(person, (news) => void hear(news));
  for (const change of ['online', 'offline']) window.addEventListener(change, () => void show());
  setInterval(() => {
    showSessions();
    if (isBehind) void reload();
  }, CLOCK_MS);
  document.addEventListener('visibilitychange', showSessions);
  showSessions();
  void show();
  void catchUp().catch(() => undefined);
  void prepareForNoLine().catch(() => undefined);
}
if (document.querySelector('[data-unsent-page]')) showUnsentPage(person);
if (person) watchUnsent(person);

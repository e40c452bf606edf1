/**
 * The page of the day with and without a line: every form is kept on the device first, then sent. Without this module
 * the forms are sent as they are.
 */
import { keepFiles, keepPage, keepsPages } from '../../../platform/pages/browser/device-pages.js';
import { pagePerson } from '../../../platform/pages/browser/device-person.js';
import { discard, keep, waiting, type Waiting } from '../../../platform/pages/browser/device-queue.js';
import { sendWaiting, type Sent } from '../../../platform/pages/browser/queue-sending.js';
import { showSessions } from './day-clock.js';

const frame = document.querySelector<HTMLElement>('.day');
const person = pagePerson ?? '';
const visit = frame?.dataset['visit'] ?? '';
const RETRY_MS = 10_000;
let sending = false;
let stopped: Sent['stopped'] = null;

function newId(): string {
  // `randomUUID` is there over TLS only, and this page is used in a unit's own network, too.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Keeps a form's content instead of leaving the page with it. */
async function enter(event: SubmitEvent): Promise<void> {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['entry'] === undefined) return;
  event.preventDefault();
  const kind = form.dataset['entry'] as Waiting['kind'];
  const id = newId();
  const enteredAt = new Date().toISOString();
  const given = [...new FormData(form, event.submitter)].filter(([name]) => name !== 'id');
  const fields: Waiting['fields'] = [...given, ['id', id], ['enteredAt', enteredAt]];
  const entry: Waiting = { id, person, version: 1, visit, kind, path: form.action, fields, enteredAt };
  try {
    await keep(entry);
  } catch {
    // A device that keeps nothing, as in some private windows: the form goes the usual way.
    form.removeAttribute('data-entry');
    return form.requestSubmit(event.submitter);
  }
  if (kind !== 'attendance') form.reset();
  await show();
  await flush();
}

/** Sends what waits, in the order it was entered, until there is no line. */
async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  let sent: Sent;
  try {
    sent = await sendWaiting(person, visit);
    stopped = sent.stopped;
  } finally {
    sending = false;
  }
  if (sent.stored > 0) await reload();
  await show();
  const left = (await waiting(person, visit)).filter(({ refusal }) => refusal === undefined);
  if (sent.stored > 0 && left.length > 0 && sent.stopped === null) await flush();
}

/** Takes the page's parts as the server has them now; also what others entered. */
async function reload(): Promise<void> {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Somebody else's view of the day has no place in this page.
    if (fresh.body.dataset['person'] !== person) return;
    for (const part of document.querySelectorAll('[data-part]')) {
      const next = fresh.getElementById(part.id);
      if (!next) continue;
      const focus = part.contains(document.activeElement) ? focusKey() : null;
      part.replaceWith(document.adoptNode(next));
      if (focus) document.querySelector<HTMLElement>(focus)?.focus();
    }
  } catch {
    // No line: the page stays as it is.
  }
}

function focusKey(): string | null {
  const label = document.activeElement?.getAttribute('aria-label');
  return label ? `[aria-label="${CSS.escape(label)}"]` : null;
}

const valueOf = ({ fields }: Waiting, name: string): string => {
  const value = fields.find(([field]) => field === name)?.[1];
  return typeof value === 'string' ? value : (value?.name ?? '');
};

/** Shows what waits as if it were stored, and says that it is not. */
async function show(): Promise<void> {
  const entries = await waiting(person, visit);
  showAttendance(entries.filter(({ kind, refusal }) => kind === 'attendance' && refusal === undefined));
  list(
    'tamu-belum-terkirim',
    entries.filter(({ kind }) => kind === 'guest'),
    'name',
  );
  list('belum-terkirim', entries.filter(({ kind }) => kind === 'note' || kind === 'photo').reverse(), 'text');
  const refused = entries.filter(({ kind, refusal }) => kind === 'attendance' && refusal !== undefined);
  const left = entries.filter(({ refusal }) => refusal === undefined).length;
  showLine(left, refused);
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
    count.textContent = String(document.querySelectorAll('.day-present[aria-pressed="true"]').length);
}

function list(id: string, entries: Waiting[], field: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.replaceChildren(
    ...entries.map((entry) => {
      const item = document.createElement('li');
      item.className = 'list-group-item';
      item.dataset['waiting'] = entry.id;
      const words = document.createElement('p');
      words.className = 'mb-1 text-pre-line';
      words.textContent = valueOf(entry, field) || valueOf(entry, 'photo') || 'Foto';
      item.append(words, remark(entry));
      return item;
    }),
  );
}

function remark({ id, kind, refusal }: Waiting): HTMLElement {
  const line = document.createElement('div');
  line.className = refusal === undefined ? 'text-secondary' : 'text-danger';
  if (refusal === undefined) {
    line.textContent = kind === 'photo' ? 'Foto belum terkirim' : 'Belum terkirim';
    return line;
  }
  line.append(`Tidak dapat disimpan. ${refusal} `, discardButton(id));
  return line;
}

function discardButton(id: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = 'Buang';
  button.addEventListener('click', () => void discard(id).then(reload).then(show));
  return button;
}

function showLine(left: number, refused: Waiting[]): void {
  const line = document.getElementById('kiriman');
  if (!line) return;
  const words: (string | Node)[] = [];
  if (left > 0) words.push(`${left} belum terkirim`);
  if (left > 0 && stopped === 'another')
    words.push('Orang lain sedang masuk di peramban ini; catatan Anda menunggu Anda masuk kembali.');
  else if (left > 0 && stopped === 'signed-out') words.push(signInLink());
  else if (!navigator.onLine) words.push('Tanpa sambungan: yang Anda catat tersimpan di perangkat ini.');
  for (const { id, refusal } of refused) words.push(`Kehadiran ditolak: ${refusal ?? ''}`, discardButton(id));
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

function signInLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `/masuk?${new URLSearchParams({ lanjut: location.pathname }).toString()}`;
  link.textContent = 'Masuk kembali untuk mengirim';
  return link;
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
  await keepPage(
    build,
    location.pathname,
    await fetch(location.pathname, { headers: { accept: 'text/html' } }),
  );
  await keepFiles(build, files);
  document.documentElement.dataset['kept'] = '';
}

async function again(): Promise<void> {
  showSessions();
  await flush();
}

if (frame) {
  document.addEventListener('submit', (event) => void enter(event));
  window.addEventListener('online', () => void again());
  window.addEventListener('offline', () => void show());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void again();
  });
  setInterval(() => void again(), RETRY_MS);
  void show().then(again);
  void prepareForNoLine().catch(() => undefined);
}

/**
 * What somebody says at the door with and without a line: it is kept on the telephone first, then sent, once. Without this
 * module the forms are sent as they are.
 */
import { pagePerson } from '../../../platform/pages/browser/device-person.js';
import {
  discard,
  isRefused,
  keep,
  waiting,
  type Waiting,
} from '../../../platform/pages/browser/device-queue.js';
import { newId } from '../../../platform/pages/browser/new-id.js';
import { hearQueue, type QueueNews } from '../../../platform/pages/browser/queue-news.js';
import { sendWaiting } from '../../../platform/pages/browser/queue-sending.js';

const frame = document.querySelector<HTMLElement>('[data-arrival]');
const line = document.getElementById('kiriman');
const person = pagePerson ?? '';
const visit = frame?.dataset['arrival'] ?? '';
const RETRY_MS = 10_000;
let sending = false;
/** What was not taken since the page was opened. */
const refused = new Set<string>();

/** Keeps what was said instead of leaving the page with it. */
async function enter(event: SubmitEvent): Promise<void> {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['entry'] === undefined) return;
  event.preventDefault();
  const id = newId();
  const given = [...new FormData(form, event.submitter)].filter(([name]) => name !== 'id');
  const { title = '' } = frame?.dataset ?? {};
  const entry: Waiting = {
    ...{ id, person, version: 1, visit, kind: 'attendance', path: form.action, title },
    fields: [...given, ['id', id]],
    enteredAt: new Date().toISOString(),
    label: event.submitter?.getAttribute('aria-label') ?? 'hadir',
  };
  try {
    await keep(entry);
  } catch {
    // A telephone that keeps nothing, as in some private windows: the form goes the usual way.
    form.removeAttribute('data-entry');
    return form.requestSubmit(event.submitter);
  }
  form.reset();
  await send();
  await settle(id, event.submitter);
}

/** A name that the server took is not taken again. */
async function settle(id: string, button: HTMLElement | null): Promise<void> {
  const isLeft = (await waiting(person, visit)).some((entry) => entry.id === id);
  if (isLeft || !(button instanceof HTMLButtonElement) || button.name !== 'participant') return;
  button.disabled = !refused.has(id);
}

async function send(): Promise<void> {
  if (sending || (await left()).length === 0) return;
  sending = true;
  try {
    await sendWaiting(person);
  } finally {
    sending = false;
  }
  await show();
}

const left = async (): Promise<Waiting[]> =>
  (await waiting(person, visit)).filter((entry) => !isRefused(entry));

function say(words: string, look: 'success' | 'warning' | 'danger'): void {
  if (!line) return;
  line.className = `door-said alert alert-${look}`;
  line.textContent = words;
  line.scrollIntoView({ block: 'center' });
}

/** What the server said of what it took. */
function hear({ words }: QueueNews): void {
  if (words.length > 0) say(words.join(' '), 'success');
}

/** Puts what was typed back into its form, to be mended. */
function giveBack({ path, fields }: Waiting): void {
  const form = [...document.forms].find(({ action }) => action === path);
  for (const [name, value] of fields) {
    const control = form?.elements.namedItem(name);
    const isTyped = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    if (isTyped && control.type !== 'hidden' && typeof value === 'string') control.value = value;
  }
}

/** Says what waits, and once why something was not taken: whoever stands at the door chooses again. */
async function show(): Promise<void> {
  const entries = await waiting(person, visit);
  for (const entry of entries.filter(isRefused)) {
    say(entry.refusal ?? '', 'danger');
    refused.add(entry.id);
    giveBack(entry);
    await discard(entry.id);
  }
  if (entries.some((entry) => !isRefused(entry))) {
    say(
      'Tersimpan di ponsel ini, belum terkirim. Biarkan halaman ini terbuka; terkirim sendiri begitu ada sambungan.',
      'warning',
    );
  }
}

if (frame) {
  document.addEventListener('submit', (event) => void enter(event));
  hearQueue(person, hear);
  window.addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  setInterval(() => void send(), RETRY_MS);
  void show().then(send);
}

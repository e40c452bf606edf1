/**
 * Comfort of the booking form: what is typed is kept in the browser until it is sent, its small buttons work without
 * leaving the place, and typing a time by hand chooses it.
 */
import { refresh } from '../../../platform/pages/browser/refresh.js';

interface Draft {
  /** Milliseconds since 1970. */
  at: number;
  fields: [name: string, value: string][];
}

const PREFIX = 'sambang-kunjungan-baru:';
const KEPT_MS = 14 * 86_400_000;
const SENT_COOKIE = 'sambang-terkirim';
/** Only what somebody typed or chose makes a draft worth keeping. */
const telling = ['tuan', 'waktu', 'tanggal', 'judul', 'maksud', 'tempel', 'luar', 'orang', 'nomorSurat'];

function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return draft && Array.isArray(draft.fields) && draft.at > Date.now() - KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));

function keep(form: HTMLFormElement, own: string): void {
  const fields = entriesOf(form);
  const key = fields.find(([name]) => name === 'kunci')?.[1];
  if (!key || !fields.some(([name, value]) => telling.includes(name) && value !== '')) return;
  try {
    localStorage.setItem(own + key, JSON.stringify({ at: Date.now(), fields } satisfies Draft));
    document.querySelector('[data-kept]')?.removeAttribute('hidden');
  } catch {
    // A full or forbidden store: the page works without.
  }
}

/** Forgets what was sent, what is old, and what somebody else left on this computer. */
function tidy(own: string): void {
  const sent = new RegExp(`(?:^|; )${SENT_COOKIE}=([^;]+)`).exec(document.cookie)?.[1];
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    const isOwn = key.startsWith(own);
    if (!isOwn || key === own + String(sent) || !readDraft(key)) localStorage.removeItem(key);
  }
}

function newest(own: string): [key: string, draft: Draft] | null {
  const drafts = Object.keys(localStorage)
    .filter((key) => key.startsWith(own))
    .flatMap((key): [string, Draft][] => {
      const draft = readDraft(key);
      return draft ? [[key, draft]] : [];
    });
  return drafts.sort(([, a], [, b]) => b.at - a.at)[0] ?? null;
}

/** Sends the kept fields like the form would: the server renders them, so nothing is filled in twice. */
function open({ fields }: Draft): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/kunjungan/baru';
  for (const [name, value] of fields) {
    const input = document.createElement('textarea');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

function offer(own: string): void {
  const box = document.querySelector<HTMLElement>('[data-offer]');
  const found = newest(own);
  if (!box || !found) return;
  const [key, draft] = found;
  const valueOf = (name: string): string => draft.fields.find(([each]) => each === name)?.[1] ?? '';
  const when = new Date(draft.at).toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short' });
  const words = box.querySelector('[data-offer-words]');
  if (words) words.textContent = [valueOf('judul'), `terakhir diubah ${when}`].filter(Boolean).join(', ');
  box.hidden = false;
  box.querySelector('[data-offer-take]')?.addEventListener('click', () => open(draft));
  box.querySelector('[data-offer-drop]')?.addEventListener('click', () => {
    localStorage.removeItem(key);
    box.hidden = true;
  });
}

/** Buttons that only show, and Enter, take their parts from the answer and leave everything else where it is. */
function sending(form: HTMLFormElement, event: SubmitEvent): void {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || !button.matches('[data-look], [data-refreshes]')) return;
  event.preventDefault();
  void refresh(form, button);
}

/** A date or an hour that is typed means a time of one's own. */
function chooseByHand(event: Event): void {
  const field = event.target instanceof Element ? event.target.closest('[data-by-hand] input') : null;
  const choice = document.getElementById('waktu-sendiri');
  if (field && choice instanceof HTMLInputElement) choice.checked = true;
}

function start(form: HTMLFormElement): void {
  const own = `${PREFIX}${form.dataset['draft'] ?? ''}:`;
  try {
    tidy(own);
    offer(own);
  } catch {
    // Without a store there is nothing to offer.
  }
  form.addEventListener('input', chooseByHand);
  for (const kind of ['input', 'change']) form.addEventListener(kind, () => keep(form, own));
  form.addEventListener('submit', (event) => {
    keep(form, own);
    sending(form, event);
  });
}

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (form) start(form);

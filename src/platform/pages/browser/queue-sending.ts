/**
 * Sends what waits on the device, each in the name of whoever entered it. Every page does, and the service worker, so it
 * knows no document.
 */
import { personOf } from './device-pages.js';
import { discard, isRefused, keep, waiting, type Waiting } from './device-queue.js';
import { noteStored } from './device-stored.js';
import { FORM_PERSON } from './form-person.js';
import { tellQueue, type QueueNews } from './queue-news.js';

/**
 * `another`: somebody else is signed in now, in whose name nothing of this may be stored. `not-now`: the server failed with
 * this one; it is tried again another time, after the others.
 */
type Outcome =
  { stored: string | null } | { refused: string } | 'no-line' | 'signed-out' | 'another' | 'not-now';

/** Of the lock under which one page sends at a time, and of the Background Sync that wakes the worker. */
export const SENDING = 'sambang-kirim';
/** As long as a photo may take over a slow line. */
const LONGEST_MS = 180_000;

/**
 * Sends in the order it was entered, until there is no line; what is entered meanwhile, too. One page at a time sends, or
 * the worker. What the server refuses stays, with the reason.
 */
export async function sendWaiting(person: string): Promise<QueueNews> {
  const work = (): Promise<QueueNews> => sendInOrder(person);
  // Locks are there over TLS only, and pages are used in a unit's own network, too: the same entry twice is stored once.
  return 'locks' in navigator ? navigator.locks.request(SENDING, work) : work();
}

async function sendInOrder(person: string): Promise<QueueNews> {
  const tried = new Set<string>();
  const news = await sendEach(person, tried);
  if (tried.size > 0) tellQueue(news);
  return news;
}

async function sendEach(person: string, tried: Set<string>): Promise<QueueNews> {
  const news: QueueNews = { person, stored: 0, stopped: null, words: [] };
  for (;;) {
    const entry = (await waiting(person)).find((each) => !isRefused(each) && !tried.has(each.id));
    if (!entry) return news;
    tried.add(entry.id);
    const outcome = await send(entry);
    if (outcome === 'not-now') continue;
    if (typeof outcome === 'string') return { ...news, stopped: outcome };
    if ('refused' in outcome) {
      await keep({ ...entry, refusal: outcome.refused });
      continue;
    }
    await noteStored(entry.visit);
    await discard(entry.id);
    news.stored += 1;
    if (outcome.stored !== null) news.words.push(outcome.stored);
  }
}

/** Sends one entry. A lost answer counts as no line: the same id again is stored once. */
async function send(entry: Waiting): Promise<Outcome> {
  const { address, body } = requestOf(entry);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LONGEST_MS);
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(address, { method: 'POST', body, headers, signal: patience.signal });
    return await outcomeOf(answer, entry.person);
  } catch {
    return 'no-line';
  } finally {
    clearTimeout(timer);
  }
}

interface Said {
  stored?: unknown;
  news?: unknown;
  code?: unknown;
  detail?: unknown;
}

/** Only what the server itself says counts; a network that asks to sign in first answers with pages of its own. */
async function outcomeOf(answer: Response, person: string): Promise<Outcome> {
  if (answer.status === 401) return 'signed-out';
  if ([408, 429, 502, 503, 504].includes(answer.status)) return 'no-line';
  if (answer.status === 413) return { refused: 'Kiriman ini terlalu besar.' };
  if (!answer.headers.get('content-type')?.includes('json')) return 'no-line';
  const { stored, news, code, detail } = (await answer.json()) as Said;
  if (answer.ok) {
    const isOurs = stored === true && personOf(answer) === person;
    return isOurs ? { stored: typeof news === 'string' ? news : null } : 'no-line';
  }
  if (answer.status >= 500) return 'not-now';
  if (code === 'form-of-another') return 'another';
  return { refused: typeof detail === 'string' ? detail : `Galat ${answer.status}` };
}

/** The form as its page would send it, named after whoever entered it. */
function requestOf({ kind, path, fields, person }: Waiting): {
  address: URL;
  body: FormData | URLSearchParams;
} {
  const address = new URL(path, location.href);
  const body = kind === 'photo' ? new FormData() : new URLSearchParams();
  for (const [name, value] of fields.filter(([name]) => name !== FORM_PERSON)) {
    if (body instanceof FormData) body.append(name, value);
    else if (typeof value === 'string') body.append(name, value);
  }
  // How far from the server's this device's clock is, is told by when it sends.
  body.append('sentAt', new Date().toISOString());
  // As `PageForm` does: a form with files says it in its address.
  (body instanceof FormData ? address.searchParams : body).set(FORM_PERSON, person);
  return { address, body };
}

/**
 * Opens the page of the day, and that of what waits, without a line. It keeps these alone, as they were last seen, and the
 * files they are made of; every other request goes its usual way. What waits it sends when the browser says that there is
 * a line (Background Sync), whether or not a page is open. Every build of the page registers a worker of its own (`/hari-ini.js?v=…`) with
 * a store of its own; the one before leaves nothing behind.
 */
import {
  dropPages,
  dropStore,
  keepPage,
  keptFile,
  keptPage,
  notePresent,
  outdatedPages,
  personOf,
  presentPerson,
} from '../../../platform/pages/browser/device-pages.js';
import { SENDING, sendWaiting } from '../../../platform/pages/browser/queue-sending.js';

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerSync extends WorkerEvent {
  tag: string;
}

interface WorkerFetch extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetch) => void): void;
  addEventListener(type: 'sync', listener: (event: WorkerSync) => void): void;
}

const worker = globalThis as unknown as Worker;
const build = new URL(worker.location.href).searchParams.get('v') ?? '';
const keptPath = /^\/kunjungan\/(?:[0-9a-f-]{36}\/hari-ini|belum-terkirim)$/;

/** The page as it is now; when no answer comes, as whoever is signed in saw it last. */
async function page(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    const kept = await keptPage(path);
    if (!kept) throw error;
    return kept;
  }
  const person = personOf(answer);
  if (person !== null) await notePresent(person);
  if (isThePage(answer)) await keepPage(build, path, answer.clone());
  // Whoever may no longer see it does not find it here either.
  else if (answer.status < 500) await dropPages((_, each) => each === path);
  return answer;
}

const isThePage = ({ ok, redirected, type }: Response): boolean => ok && !redirected && type === 'basic';

/** Takes over the pages that an earlier build kept, as they are now, and deletes what it kept. */
async function tidy(): Promise<void> {
  for (const { store, paths } of await outdatedPages(build)) {
    try {
      for (const path of paths.filter((each) => keptPath.test(each))) {
        await keepPage(build, path, await fetch(path, { headers: { accept: 'text/html' } }));
      }
    } catch {
      // No line just now: what the earlier build kept still opens.
      continue;
    }
    await dropStore(store);
  }
}

/** Sends what whoever is signed in entered; a failure has the browser try again later. */
async function sendInBackground(): Promise<void> {
  const person = await presentPerson();
  if (person === '') return;
  const { stopped } = await sendWaiting(person);
  if (stopped === 'no-line') throw new Error('No line');
}

/** An address of an asset changes with its content, so what is kept is right. */
async function asset(request: Request): Promise<Response> {
  return (await keptFile(request.url)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));
worker.addEventListener('sync', (event) => {
  if (event.tag === SENDING) event.waitUntil(sendInBackground());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (keptPath.test(url.pathname)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/aset/')) event.respondWith(asset(request));
});

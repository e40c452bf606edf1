/**
 * Opens the page of the day without a line. It keeps that page alone, as it was last seen, and the files it is made of;
 * every other request goes its usual way. `shell.ts` empties the stores when somebody signs out. Every build of the page
 * registers a worker of its own (`/hari-ini.js?v=…`) with a store of its own; the one before leaves nothing behind.
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
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
}

const worker = globalThis as unknown as Worker;
const STORES = 'hari-ini-';
const STORE = `${STORES}${new URL(worker.location.href).searchParams.get('v') ?? ''}`;
const dayPage = /^\/kunjungan\/[0-9a-f-]{36}\/hari-ini$/;

/** The page as it is now, or as it was last seen when no answer comes. */
async function page(request: Request): Promise<Response> {
  const key = new URL(request.url).pathname;
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    const kept = await caches.match(key);
    if (!kept) throw error;
    return kept;
  }
  // Whoever may no longer see it, or signed out, does not find it here either.
  if (isThePage(answer)) await (await caches.open(STORE)).put(key, answer.clone());
  else if (answer.status < 500) {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(key);
  }
  return answer;
}

const isThePage = ({ ok, redirected, type }: Response): boolean => ok && !redirected && type === 'basic';

/** Takes over the pages that an earlier build kept, as they are now, and deletes what it kept. */
async function tidy(): Promise<void> {
  const store = await caches.open(STORE);
  for (const name of await caches.keys()) {
    if (!name.startsWith(STORES.slice(0, -1)) || name === STORE) continue;
    const old = await caches.open(name);
    try {
      for (const { url } of await old.keys()) {
        const key = new URL(url).pathname;
        if (!dayPage.test(key)) continue;
        const answer = await fetch(key, { headers: { accept: 'text/html' } });
        if (isThePage(answer)) await store.put(key, answer);
      }
    } catch {
      // No line just now: what the earlier build kept still opens.
      continue;
    }
    await caches.delete(name);
  }
}

/** An address of an asset changes with its content, so what is kept is right. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (dayPage.test(url.pathname)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/aset/')) event.respondWith(asset(request));
});

/**
 * Opens the page of the day without a line. It keeps that page alone, as it was last seen, and the files it is made of;
 * every other request goes its usual way. `shell.ts` empties the store when somebody signs out.
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
const STORE = 'hari-ini';
const dayPage = /^\/kunjungan\/[0-9a-f-]{36}\/hari-ini$/;

/** The page as it is now, or as it was last seen when no answer comes. */
async function page(request: Request): Promise<Response> {
  const key = new URL(request.url).pathname;
  const store = await caches.open(STORE);
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    const kept = await store.match(key);
    if (!kept) throw error;
    return kept;
  }
  const isThePage = answer.ok && !answer.redirected && answer.type === 'basic';
  // Whoever may no longer see it, or signed out, does not find it here either.
  if (isThePage) await store.put(key, answer.clone());
  else if (answer.status < 500) await store.delete(key);
  return answer;
}

/** An address of an asset changes with its content, so what is kept is right. */
async function asset(request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  return (await store.match(request.url)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (dayPage.test(url.pathname)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/aset/')) event.respondWith(asset(request));
});

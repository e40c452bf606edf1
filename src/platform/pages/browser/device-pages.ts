/**
 * Pages kept to open without a line, in the Cache API: each with its person and its age, in a store named after its build.
 * Page modules and the service worker share it, so it knows no document.
 */

const STORES = 'hari-ini-';
const KEPT_MS = 7 * 86_400_000;
const PERSON = 'sambang-person';
const KEPT_AT = 'sambang-kept-at';
/** Where it is noted who was signed in when the device last heard of the server. */
const PRESENT_STORE = 'sambang-orang';
const PRESENT = '/orang';

const storeOf = (build: string): string => STORES + build;

/** Notes who is signed in now, empty for nobody; pages of anybody else go. */
export async function notePresent(person: string): Promise<void> {
  if (person === '') await caches.delete(PRESENT_STORE);
  else await (await caches.open(PRESENT_STORE)).put(PRESENT, new Response(person));
  await dropPages((owner) => owner !== person);
}

/** Who was signed in when the device last heard of the server; empty for nobody. */
export async function presentPerson(): Promise<string> {
  const noted = await caches.match(PRESENT, { cacheName: PRESENT_STORE });
  return (await noted?.text()) ?? '';
}

/** Whom an answer of the server was for; null where it does not say. */
export const personOf = (answer: Response): string | null => answer.headers.get(PERSON);

/** Keeps a page as it was answered; one that is nobody's is not kept. */
export async function keepPage(build: string, path: string, answer: Response): Promise<void> {
  if (!answer.ok || answer.redirected || answer.type !== 'basic' || !personOf(answer)) return;
  const headers = new Headers(answer.headers);
  // The body is kept as it reads, no longer compressed.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(KEPT_AT, String(Date.now()));
  const page = new Response(await answer.blob(), { headers });
  await (await caches.open(storeOf(build))).put(path, page);
}

/** The page as it was last seen by whoever is signed in; null for anybody else's, and for one that is too old. */
export async function keptPage(path: string): Promise<Response | null> {
  const kept = await caches.match(path);
  if (!kept || personOf(kept) !== (await presentPerson())) return null;
  const age = Date.now() - Number(kept.headers.get(KEPT_AT));
  return age >= 0 && age < KEPT_MS ? kept : null;
}

/** Drops the kept pages that it holds for; a store that is left without a page goes as a whole. */
export async function dropPages(isToGo: (owner: string | null, path: string) => boolean): Promise<void> {
  for (const name of (await caches.keys()).filter((each) => each.startsWith(STORES))) {
    const store = await caches.open(name);
    let left = 0;
    for (const request of await store.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/aset/')) continue;
      const owner = (await store.match(request))?.headers.get(PERSON) ?? null;
      if (isToGo(owner, pathname)) await store.delete(request);
      else left += 1;
    }
    if (left === 0) await caches.delete(name);
  }
}

/** Paths of the pages in stores of other builds. */
export async function outdatedPages(build: string): Promise<{ store: string; paths: string[] }[]> {
  const names = (await caches.keys()).filter((each) => each.startsWith(STORES) && each !== storeOf(build));
  return Promise.all(
    names.map(async (store) => {
      const paths = (await (await caches.open(store)).keys()).map(({ url }) => new URL(url).pathname);
      return { store, paths: paths.filter((path) => !path.startsWith('/aset/')) };
    }),
  );
}

export const dropStore = (name: string): Promise<boolean> => caches.delete(name);

/** Keeps the files that pages are made of; their addresses change with their content. */
export async function keepFiles(build: string, addresses: readonly string[]): Promise<void> {
  await (await caches.open(storeOf(build))).addAll([...new Set(addresses)]);
}

export const keptFile = (address: string): Promise<Response | undefined> => caches.match(address);

/** Everything of every build, and who was here. */
export async function dropAllPages(): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Whether this browser keeps pages here: over TLS and on the device itself only. */
export const keepsPages = (): boolean => 'caches' in globalThis;

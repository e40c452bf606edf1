/**
 * When the server last took something of a visit from this device, for a page that was on its way then. In a database of
 * its own, so that a page of an earlier build that stands open keeps none from growing; apart from the queue, which every
 * page loads.
 */

interface StoredOfVisit {
  visit: string;
  /** By the device's clock, in milliseconds. */
  at: number;
}

const STORED = 'stored';
let storedOpened: Promise<IDBDatabase> | undefined;

function openStored(): Promise<IDBDatabase> {
  storedOpened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('sambang-terkirim', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORED, { keyPath: 'visit' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
  return storedOpened;
}

async function inStored<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const transaction = (await openStored()).transaction(STORED, mode);
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore(STORED));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

/** Notes that the server has something of a visit now that a page which is being opened may not show yet. */
export const noteStored = (visit: string): Promise<unknown> =>
  inStored('readwrite', (store) => store.put({ visit, at: Date.now() } satisfies StoredOfVisit));

/** When the server last took something of a visit from this device, by its clock; 0 for never. */
export async function lastStored(visit: string): Promise<number> {
  const noted = await inStored(
    'readonly',
    (store) => store.get(visit) as IDBRequest<StoredOfVisit | undefined>,
  );
  return noted?.at ?? 0;
}

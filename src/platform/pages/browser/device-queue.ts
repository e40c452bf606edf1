/**
 * Forms that were entered and are not known to be stored yet, in IndexedDB. They stay until the server has them or their
 * person gives them up, whoever signs in meanwhile: nobody else is shown them, and none leaves in another's name.
 */

export interface Waiting {
  /** Also the id of what is stored of it, so that sending twice stores once. */
  id: string;
  /** Account of whoever entered it. */
  person: string;
  /** Shape of this entry, for a later build that reads it. */
  version: 1;
  visit: string;
  kind: 'attendance' | 'guest' | 'note' | 'photo';
  /** Where the form goes, and its fields. */
  path: string;
  fields: [name: string, value: string | File][];
  enteredAt: string;
  /** What the visit is called, and what was entered where its fields do not read, as the page had it. */
  title?: string;
  label?: string;
  /** Why the server does not take it; it stays until somebody discards it. */
  refusal?: string;
}

/** The page of all that waits on this device. */
export const UNSENT_PAGE = '/kunjungan/belum-terkirim';

/** Whether the server does not take it, so that it waits for a person and not for a line. */
export const isRefused = ({ refusal }: Waiting): boolean => refusal !== undefined;

const DATABASE = 'sambang-hari-ini';
const STORE = 'waiting';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
  return opened;
}

/** Resolves when the transaction is on the device's disk. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export const keep = (entry: Waiting): Promise<unknown> => inStore('readwrite', (store) => store.put(entry));
export const discard = (id: string): Promise<unknown> => inStore('readwrite', (store) => store.delete(id));

const everybodys = (): Promise<Waiting[]> =>
  inStore('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>);

/** What somebody entered, for one visit or for all, in the order it was entered. */
export async function waiting(person: string, visit?: string): Promise<Waiting[]> {
  return (await everybodys())
    .filter((entry) => entry.person === person && (visit === undefined || entry.visit === visit))
    .sort((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
}

/** How many entries of somebody wait; makes no store on a device that has none. */
export async function countWaiting(person: string): Promise<number> {
  // Younger browsers alone tell which stores there are.
  const known = 'databases' in indexedDB ? await indexedDB.databases() : null;
  if (known && known.every(({ name }) => name !== DATABASE)) return 0;
  return (await waiting(person)).length;
}

export const isQueueEmpty = async (): Promise<boolean> => (await everybodys()).length === 0;

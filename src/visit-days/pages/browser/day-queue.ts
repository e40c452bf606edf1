/** What was entered and is not known to be stored yet, kept on the device until it is. */

export interface Waiting {
  /** Also the id of what is stored of it, so that sending twice stores once. */
  id: string;
  /** Account of whoever entered it. */
  person: string;
  visit: string;
  kind: 'attendance' | 'guest' | 'note' | 'photo';
  /** Where the form goes, and its fields. */
  path: string;
  fields: [name: string, value: string | File][];
  enteredAt: string;
  /** Why the server does not take it; it stays until somebody discards it. */
  refusal?: string;
}

const STORE = 'waiting';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('sambang-hari-ini', 1);
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

/** What somebody entered for a visit, in the order it was entered. */
export async function waiting(person: string, visit: string): Promise<Waiting[]> {
  const all: Waiting[] = await inStore('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>);
  return all
    .filter((entry) => entry.person === person && entry.visit === visit)
    .sort((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
}

export type Outcome = 'stored' | 'no-line' | 'signed-out' | 'another' | { refused: string };

/** Sends one entry. A lost answer counts as no line: the same id again is stored once. */
export async function send(entry: Waiting): Promise<Outcome> {
  const multipart = entry.kind === 'photo';
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of entry.fields) {
    if (body instanceof FormData) body.append(name, value);
    else if (typeof value === 'string') body.append(name, value);
  }
  try {
    const answer = await fetch(entry.path, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      redirect: 'manual',
    });
    // The server sends a browser on after it stored a form: seen as an opaque answer here.
    if (answer.type === 'opaqueredirect' || answer.ok) return 'stored';
    if (answer.status === 401) return 'signed-out';
    if (answer.status === 409 && (await isOfAnother(answer.clone()))) return 'another';
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return 'no-line';
    return { refused: await reasonOf(answer) };
  } catch {
    return 'no-line';
  }
}

/** Whether somebody else is signed in now, in whose name nothing of this may be stored. */
async function isOfAnother(answer: Response): Promise<boolean> {
  if (!answer.headers.get('content-type')?.includes('json')) return false;
  return ((await answer.json()) as { code?: unknown }).code === 'form-of-another';
}

/** The sentence of the page that refuses, or of the problem. */
async function reasonOf(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.headers.get('content-type')?.includes('json')) {
    return String((JSON.parse(text) as { detail?: unknown }).detail ?? '');
  }
  const alert = new DOMParser()
    .parseFromString(text, 'text/html')
    .querySelector('[role="alert"], .invalid-feedback');
  return alert?.textContent?.trim() ?? `Galat ${answer.status}`;
}

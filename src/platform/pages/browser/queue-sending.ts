/** Sends what waits on the device, each in the name of whoever entered it. */
import { personOf } from './device-pages.js';
import { FORM_PERSON } from './device-person.js';
import { discard, keep, waiting, type Waiting } from './device-queue.js';

/** `another`: somebody else is signed in now, in whose name nothing of this may be stored. */
type Outcome = 'stored' | 'no-line' | 'signed-out' | 'another' | { refused: string };

export interface Sent {
  stored: number;
  /** Why it stopped before all was sent; null when it did not. */
  stopped: 'no-line' | 'signed-out' | 'another' | null;
}

/** Sends in the order it was entered, until there is no line. What the server refuses stays, with the reason. */
export async function sendWaiting(person: string, visit?: string): Promise<Sent> {
  let stored = 0;
  for (const entry of (await waiting(person, visit)).filter(({ refusal }) => refusal === undefined)) {
    const outcome = await send(entry);
    if (outcome === 'stored') {
      await discard(entry.id);
      stored += 1;
    } else if (typeof outcome === 'object') await keep({ ...entry, refusal: outcome.refused });
    else return { stored, stopped: outcome };
  }
  return { stored, stopped: null };
}

/** Sends one entry. A lost answer counts as no line: the same id again is stored once. */
async function send(entry: Waiting): Promise<Outcome> {
  const { address, body } = requestOf(entry);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    // The server sends on to a page of this person after it stored a form. Anything else that looks well is somebody
    // else's answer, such as that of a network which asks to sign in first.
    if (answer.ok) return personOf(answer) === entry.person ? 'stored' : 'no-line';
    if (answer.status === 401) return 'signed-out';
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return 'no-line';
    return await refusalOf(answer);
  } catch {
    return 'no-line';
  }
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
  // As `PageForm` does: a form with files says it in its address.
  (body instanceof FormData ? address.searchParams : body).set(FORM_PERSON, person);
  return { address, body };
}

/** The sentence of the page that refuses, or of the problem. */
async function refusalOf(answer: Response): Promise<Outcome> {
  const text = await answer.text();
  if (answer.headers.get('content-type')?.includes('json')) {
    const { code, detail } = JSON.parse(text) as { code?: unknown; detail?: unknown };
    return code === 'form-of-another' ? 'another' : { refused: String(detail ?? '') };
  }
  const alert = new DOMParser()
    .parseFromString(text, 'text/html')
    .querySelector('[role="alert"], .invalid-feedback');
  return { refused: alert?.textContent?.trim() ?? `Galat ${answer.status}` };
}

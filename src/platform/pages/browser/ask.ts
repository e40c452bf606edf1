/**
 * Asks the server something without leaving the page: the one place of a page's scripts that does (a lint rule). It judges
 * the answer, so that no script takes for its answer what comes without a line, after the session ended, from a server in
 * trouble, or from a network that asks to sign in first; and it says so on the page.
 */
import { personOf } from './device-pages.js';
import { pagePerson } from './device-person.js';
import { tellNoTrouble, tellTrouble, type Deed, type Trouble } from './line-news.js';

/** Either an answer of the server to this person, or why there is none; neither when the question was given up. */
export type Asked = { answer: Response; trouble: null } | { answer: null; trouble: Trouble | null };

interface Asking extends RequestInit {
  /** What is said not to have been done; null where the caller says it itself. */
  deed?: Deed | null;
}

/** Never rejects. */
export async function ask(address: string | URL, asking: Asking = {}): Promise<Asked> {
  const { deed = 'refresh', ...init } = asking;
  const asked = await judged(fetch(address, init));
  if (deed !== null) tell(asked, deed);
  return asked;
}

function tell({ answer, trouble }: Asked, deed: Deed): void {
  if (trouble) tellTrouble(trouble, deed);
  else if (answer) tellNoTrouble();
}

async function judged(asking: Promise<Response>): Promise<Asked> {
  try {
    const answer = await asking;
    const trouble = troubleOf(answer);
    if (trouble) return { answer: null, trouble };
    // One that breaks off on its way is none.
    await answer.clone().arrayBuffer();
    return { answer, trouble: null };
  } catch (error) {
    const isGivenUp = error instanceof DOMException && error.name === 'AbortError';
    return { answer: null, trouble: isGivenUp ? null : 'no-line' };
  }
}

const isBusy = (status: number): boolean => status >= 500 || status === 429 || status === 408;

function troubleOf(answer: Response): Trouble | null {
  const isSignIn = answer.redirected && new URL(answer.url).pathname === '/masuk';
  if (answer.status === 401 || isSignIn) return 'signed-out';
  if (isBusy(answer.status)) return 'trouble';
  const person = personOf(answer);
  if (person !== null && pagePerson !== undefined && person !== pagePerson) {
    return person === '' ? 'signed-out' : 'another';
  }
  const isPage = answer.headers.get('content-type')?.includes('text/html') ?? false;
  return isPage && answer.ok && person === null ? 'no-line' : null;
}

/** What came of sending a file: the page that answers, or why there is none. */
export type Sent =
  | { page: { status: number; address: string; text: string }; trouble: null }
  | { page: null; trouble: Trouble };

/** Sends a form with files and tells how far it is, between 0 and 1. Never rejects. */
export function sendFiles(address: string, body: FormData, progress: (part: number) => void): Promise<Sent> {
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.setRequestHeader('accept', 'text/html');
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (total > 0) progress(loaded / total);
  });
  return new Promise((resolve) => {
    const end = (sent: Sent): void => {
      if (sent.trouble) tellTrouble(sent.trouble, 'send');
      else tellNoTrouble();
      resolve(sent);
    };
    for (const kind of ['error', 'abort', 'timeout']) {
      request.addEventListener(kind, () => end({ page: null, trouble: 'no-line' }));
    }
    request.addEventListener('load', () => {
      const { status, responseURL, responseText } = request;
      if (isBusy(status)) end({ page: null, trouble: 'trouble' });
      else end({ page: { status, address: responseURL, text: responseText }, trouble: null });
    });
    request.send(body);
  });
}

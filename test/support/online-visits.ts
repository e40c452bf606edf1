import { api } from './api-client.js';
import { START, startApp, type TestApp } from './app.js';
import { signedIn, usualPeople, type UsualPeople } from './people.js';
import type { Header, ShownVisit } from './visits.js';

/** Digits in it look like a telephone number. */
export const LINK = 'https://us02web.zoom.us/j/081234567890?pwd=6281234567890';
export const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
export const online = { mode: 'online', meetingLink: LINK, participants: [sari] } as const;

/** The usual people, and the host's head, who sets how it receives guests. */
export async function startWithHead(): Promise<{ app: TestApp; people: UsualPeople; hostHead: Header }> {
  const app = await startApp();
  const people = await usualPeople(app);
  const hostHead = await signedIn(app, {
    email: 'kepala@tuan.test',
    role: 'unit-head',
    unit: 'rutan-banjarnegara',
  });
  return { app, people, hostHead };
}

export async function withoutVisits(app: TestApp): Promise<void> {
  app.clock.set(START);
  await app.database.query('DELETE FROM visit');
}

/** Reads and changes visits, for the guest where nobody is named; the app is made later than its tools. */
export function visitTools(started: () => { app: TestApp; people: UsualPeople }) {
  const read = async (id: string, as: Header = started().people.guest): Promise<ShownVisit> =>
    (await api(started().app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
  const patch = async ({ id }: { id: string }, change: object, as: Header, status = 200) => {
    const { version } = await read(id, as);
    const answer = await api(started().app).patch('/api/visits/{id}', {
      as,
      path: { id },
      body: { version, ...change },
    });
    if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body as unknown as ShownVisit & { code: string };
  };
  return { read, patch };
}

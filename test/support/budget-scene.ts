import request from 'supertest';
import { api } from './api-client.js';
import { startApp, type TestApp } from './app.js';
import { databaseTrips, type DatabaseTrips } from './database-trips.js';
import { publishedNote } from './notes.js';
import { pageOf } from './participant-links.js';
import { signedIn, usualPeople, type UsualPeople } from './people.js';
import { confirmed, requested, type Header, type ShownVisit } from './visits.js';

export const person = (i: number) => ({
  name: `Peserta ${i}`,
  email: `peserta${i}@contoh.test`,
  side: 'guest' as const,
  role: 'member' as const,
});

/** A visit, a note, a promise and feeds, and more of each where wanted. */
export interface BudgetScene extends UsualPeople {
  app: TestApp;
  database: DatabaseTrips;
  administrator: Header;
  visit: ShownVisit;
  note: string;
  promise: string;
  feedPath: string;
  busyPath: string;
  /** A participant's own page. */
  ownPath: string;
  /** Adds one more of everything that lists show. */
  addOneOfEach(i: number): Promise<void>;
  close(): Promise<void>;
}

/** The application with what its pages show, and what counts its ways to the database. */
export async function budgetScene(): Promise<BudgetScene> {
  let database: DatabaseTrips | undefined;
  const app = await startApp({}, async (url) => (database = await databaseTrips(url)).url);
  if (!database) throw new Error('the application does not reach its database');
  const counted = database;
  const people = await usualPeople(app);
  const { guest, host, kanwil } = people;
  const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const visit = await confirmed(app, guest, host, { participants: [person(0)] });
  const feedPath = await feed(app, guest, { scope: 'unit' });
  const busyPath = await feed(app, guest, { scope: 'unit', shows: 'busy' });
  const texts = { title: 'a', context: 'b', whatWasDone: 'c', howToCopy: 'd', result: 'e' };
  const note = await publishedNote(app, host, kanwil, { unit: 'rutan-banjarnegara', ...texts });
  const addOneOfEach = (i: number) => oneOfEach(app, { guest, host, visit, note }, i);
  await addOneOfEach(0);
  const [promise] = await app.database.query<{ id: string }>('SELECT id FROM follow_up');
  await app.settle();
  return {
    ...people,
    ...{ app, database: counted, administrator, visit, note, feedPath, busyPath },
    promise: promise?.id ?? 'none was made',
    ownPath: await pageOf(app, person(0).email),
    addOneOfEach: async (i) => {
      await api(app)
        .post('/api/visits/{id}/participants', { as: guest, path: { id: visit.id }, body: person(i) })
        .expect(201);
      await requested(app, guest, { title: `Kunjungan ${i}`, participants: [person(i)] });
      await addOneOfEach(i);
    },
    close: async () => {
      await app.close();
      await counted.close();
    },
  };
}

async function feed(app: TestApp, as: Header, body: { scope: 'unit'; shows?: 'busy' }): Promise<string> {
  const made = await api(app).post('/api/feeds', { as, body }).expect(201);
  const path = new URL(made.body.url).pathname;
  await request(app.server).get(path).expect(200);
  return path;
}

async function oneOfEach(
  app: TestApp,
  { guest, host, visit, note }: Pick<BudgetScene, 'guest' | 'host' | 'visit' | 'note'>,
  i: number,
): Promise<void> {
  const send = (path: string, by: Header, body: object) =>
    request(app.server).post(path).set(by).send(body).expect(201);
  await send(`/api/notes/${note}/comments`, guest, { kind: 'question', body: `Pertanyaan ${i}` });
  await send('/api/notes', host, { unit: 'rutan-banjarnegara', title: `Catatan ${i}` });
  await send('/api/follow-ups', guest, {
    visit: visit.id,
    what: `Janji ${i}`,
    unit: 'bapas-purwokerto',
    person: 'Sari',
    dueOn: '2025-12-31',
  });
}

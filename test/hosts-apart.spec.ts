import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../src/platform/security/actor.js';
import { CreateVisit, TakeStep } from '../src/visits/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, requested, visitBody, type Header, type ShownVisit } from './support/visits.js';

const OTHER = { guestUnit: 'lapas-semarang', hostUnit: 'rutan-purbalingga' };

let app: TestApp;
let people: UsualPeople;
let otherGuest: Header;
let watcher: Client;
let [guest, host]: Actor[] = [];

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  watcher = new Client({ connectionString: app.databaseUrl });
  await watcher.connect();
  otherGuest = await signedIn(app, {
    email: 'petugas@semarang.test',
    role: 'officer',
    unit: OTHER.guestUnit,
  });
  [guest, host] = await Promise.all(['petugas@tamu.test', 'petugas@tuan.test'].map(actorOf));
  // The first visit of a year is the one for which numbers are set aside.
  await create(app, people.guest);
});
afterAll(async () => {
  await watcher.end();
  await app.close();
});

async function actorOf(email: string): Promise<Actor> {
  const [row] = await app.database.query<Pick<Actor, 'personId' | 'name' | 'unit'>>(
    'SELECT id AS "personId", name, unit FROM person WHERE email = $1',
    [email],
  );
  const home = { regionalOffice: 'jawa-tengah', placeName: 'UPT', timeZone: 'Asia/Jakarta' } as const;
  return { ...(row as Pick<Actor, 'personId' | 'name' | 'unit'>), ...home, email, role: 'officer' };
}

/** Does work in a transaction that wrote all it had to, and stays open while something else goes on. */
const held = (work: () => Promise<unknown>, meanwhile: () => Promise<void>): Promise<void> =>
  app.database.transaction(async () => {
    await work();
    await app.database.query('SET CONSTRAINTS ALL IMMEDIATE');
    await meanwhile();
  });

const taken = (actor: Actor | undefined, { id, version }: ShownVisit, action: 'submit' | 'accept') =>
  app.app.get(TakeStep).execute(actor as Actor, id, action, version, {});

const begun = () => {
  const { guestUnit, hostUnit, kind, title } = visitBody;
  const [startsAt, endsAt] = [new Date(visitBody.startsAt), new Date(visitBody.endsAt)];
  const asked = { guestUnit, hostUnit, kind, startsAt, endsAt, ownHours: null, details: { title } };
  return app.app.get(CreateVisit).execute(guest as Actor, { ...asked, participants: [] }, null);
};

test.each<[string, () => Promise<() => Promise<unknown>>]>([
  ['written down', () => Promise.resolve(begun)],
  [
    'sent',
    async () => {
      const draft = await create(app, people.guest);
      return () => taken(guest, draft, 'submit');
    },
  ],
  [
    'accepted',
    async () => {
      const asked = await requested(app, people.guest);
      return () => taken(host, asked, 'accept');
    },
  ],
])(
  'while a visit that is being %s is not committed, another one is booked at another host',
  async (_, prepare) => {
    const work = await prepare();
    await held(work, async () => {
      const waiting = watchLocks();
      // Whoever waits for a lock is refused after three seconds.
      const { id, version } = await confirmed(app, otherGuest, people.stranger, OTHER);
      expect(await waiting()).toBe(0);
      await api(app)
        .post('/api/visits/{id}/{step}', {
          as: people.stranger,
          path: { id, step: 'cancel' },
          body: { version, reason: 'Uji' },
        })
        .expect(200);
    });
  },
);

/** Counts, until told to stop, how often somebody is seen to wait for a lock that another transaction holds. */
function watchLocks(): () => Promise<number> {
  let seen = 0;
  let goesOn = true;
  const loop = (async () => {
    while (goesOn) {
      const { rows } = await watcher.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE NOT l.granted AND a.datname = current_database()`,
      );
      seen += rows[0]?.count ?? 0;
    }
  })();
  return async () => {
    goesOn = false;
    await loop;
    return seen;
  };
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { everyRoute } from './support/every-route.js';
import { signedIn, usualPeople } from './support/people.js';
import { deeds, others } from './support/visit-deeds.js';
import { picture, sceneIn, versionOf, type By, type Deed, type Scene } from './support/visit-scenes.js';
import type { Header } from './support/visits.js';

const DAY = new Date('2025-10-30T03:00:00Z');

let app: TestApp;
let people: Record<By, Header>;

beforeAll(async () => {
  app = await startApp();
  const { guest, host, kanwil } = await usualPeople(app);
  const joining = await signedIn(app, { email: 'ikut@contoh.test', role: 'officer', unit: 'rutan-kebumen' });
  people = { guest, host, kanwil, joining };
  await app.database.query(`UPDATE hosting_policy SET largest_party = 5 WHERE unit = 'rutan-banjarnegara'`);
});
afterAll(() => app.close());

const named = (route: string): string => route.split(' ')[1] ?? '';
const isBelowVisit = (path: string): boolean => /^\/(api\/visits|kunjungan)\/:id(\/|$)/.test(path);

describe('every route that changes a visit', () => {
  test('is asked twice here, or is none', () => {
    const routes = everyRoute(app)
      .filter(({ method, path }) => method !== 'GET' && isBelowVisit(path))
      .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
    const known = [...Object.keys(deeds), ...Object.keys(others)];
    expect(routes.filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !routes.includes(route))).toEqual([]);
  });

  test.each(Object.entries(deeds))('%s', async (route, deed) => {
    const scene = await sceneIn({ app, people }, deed);
    await deed.before?.(scene);
    if (deed.in === 'confirmed' && /hari-ini|attendance/.test(route)) app.clock.set(DAY);
    await pause();
    const first = await send(route, deed, scene);
    expect([route, first.status]).toEqual([route, expect.any(Number)]);
    expect(first.status).toBeLessThan(400);
    const standing = await standingOf(scene);
    app.clock.advance(60_000);
    const second = await send(route, deed, scene);
    expect(second.status).toBeLessThan(500);
    expect(await standingOf(scene)).toEqual(standing);
  });
});

/** Rate limits go by the clock of tests. */
const pause = async (): Promise<void> => {
  app.clock.advance(60_000);
  await Promise.resolve();
};

async function send(route: string, deed: Deed, scene: Scene): Promise<request.Response> {
  scene.version = await versionOf(scene);
  const [method = '', path = ''] = route.split(' ');
  const base = path.startsWith('/api') ? '/api/visits' : '/kunjungan';
  const rest = deed.at ? await deed.at(scene) : named(route).slice(`${base}/:id/`.length);
  const url = `${base}/${scene.visit.id}/${rest}`.replace(/\/$/, '');
  const agent = request(app.server);
  const call = agent[method.toLowerCase() as 'post'](url)
    .set(people[deed.by ?? 'guest'])
    .set('accept', base === '/kunjungan' ? 'text/html' : 'application/json');
  if (deed.file) {
    const isPhoto = deed.file.endsWith('.jpg');
    const content = isPhoto ? await picture() : Buffer.from('%PDF-1.4 laporan');
    const form = isPhoto ? call.field('id', idOf(scene)) : call;
    return form.attach(isPhoto ? 'photo' : 'file', content, deed.file);
  }
  const body = (await deed.send?.(scene)) ?? {};
  return base === '/kunjungan' ? call.type('form').send(body) : call.send(body);
}

const ids = new Map<Scene, string>();
function idOf(scene: Scene): string {
  const id = ids.get(scene) ?? randomUUID();
  ids.set(scene, id);
  return id;
}

/** The versions and the lines that a change raises and writes. */
async function standingOf({ visit: { id } }: Scene): Promise<object> {
  const [row] = await app.database.query<object>(
    `SELECT v.version, (SELECT count(*)::int FROM visit_history h WHERE h.visit_id = v.id) AS lines,
       (SELECT a.version FROM agenda a WHERE a.visit_id = v.id) AS agenda,
       (SELECT s.version FROM summary s WHERE s.visit_id = v.id) AS summary,
       (SELECT s.revision FROM summary s WHERE s.visit_id = v.id) AS revision
     FROM visit v WHERE v.id = $1`,
    [id],
  );
  return row ?? {};
}

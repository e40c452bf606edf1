import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { endsAt, type AccessKind, type AccountEvent } from '../src/people/domain/access-ends.js';
import { CreatePerson } from '../src/people/index.js';
import { startApp, START, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { PASSWORD, signedIn } from './support/people.js';
import type { Header } from './support/visits.js';

const DAY = 24 * 3_600_000;
const UNIT = 'bapas-purwokerto';

let app: TestApp;
let administrator: Header;
let people = 0;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const bearer = (token: string): Header => ({ authorization: `Bearer ${token}` });
const send = (
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  by: Header | null,
  body?: object,
) => {
  const asked = request(app.server)[method](path);
  if (by) void asked.set(by);
  return asked.send(body);
};

/** The secret of the newest link that was mailed to an address. */
async function mailedLink(email: string): Promise<string> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND key LIKE 'password-link:%'
     ORDER BY position DESC LIMIT 1`,
    [email],
  );
  return /\/sandi\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

interface Holder {
  id: string;
  email: string;
  /** Status of an answer that the access is good for. */
  tries: Record<AccessKind, () => Promise<boolean>>;
  link: string;
}

/** Somebody with every kind of access there is. */
async function holder(): Promise<Holder> {
  const email = `orang${++people}@uji.test`;
  const person = { email, role: 'officer' as const, unit: UNIT, name: email, password: PASSWORD };
  const id = (await app.app.get(CreatePerson).execute(person)) as unknown as string;
  const session = await app.signIn(email, PASSWORD);
  const made = await send('post', '/api/tokens', session, { name: 'laporan' }).expect(201);
  const token = bearer((made.body as { token: string }).token);
  const feed = await subscribeTo(app, session, 'unit');
  await send('post', '/api/password-links', null, { email }).expect(202);
  const link = await mailedLink(email);
  await send('post', '/api/me/address', session, { email: `baru.${email}` }).expect(202);
  const [asked] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1`,
    [`baru.${email}`],
  );
  const address = /\/alamat\/[\w-]{43}/.exec(asked?.text ?? '')?.[0] ?? '/alamat/tidak-ada';
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
  for (let i = 0; i < 3; i++)
    await send('post', '/api/session', null, { email, password: 'salah' }).expect(401);
  const isOk = async (path: string, by: Header | null) => (await send('get', path, by)).status === 200;
  const failures = 'SELECT 1 FROM sign_in_failure WHERE email = $1';
  return {
    id: row?.id ?? id,
    email,
    link,
    tries: {
      sessions: () => isOk('/api/me', session),
      'api-tokens': () => isOk('/api/me', token),
      feeds: () => isOk(feed.path, null),
      'password-links': () => isOk(`/sandi/${link}`, null),
      'address-links': () => isOk(address, null),
      'sign-in-failures': async () => (await app.database.query(failures, [email])).length > 0,
    },
  };
}

const kinds: AccessKind[] = [
  'sessions',
  'api-tokens',
  'feeds',
  'password-links',
  'sign-in-failures',
  'address-links',
];
const change = async ({ id }: Holder, body: object) => {
  const [person] = await app.database.query<{ version: number }>('SELECT version FROM person WHERE id = $1', [
    id,
  ]);
  await send('patch', `/api/people/${id}`, administrator, { ...body, version: person?.version }).expect(200);
};

/** What happens, and what undoes it where something does. */
const events: Record<AccountEvent, (holder: Holder) => Promise<unknown>> = {
  'password-set': async (who) => {
    // By a newer link, which ends the older one already.
    app.clock.advance(2 * 60_000);
    await send('post', '/api/password-links', null, { email: who.email }).expect(202);
    const link = await mailedLink(who.email);
    return send('post', `/api/password-links/${link}`, null, { password: 'kata-sandi-yang-baru' }).expect(
      204,
    );
  },
  suspended: async (who) => {
    await change(who, { suspended: true });
    await change(who, { suspended: false });
  },
  moved: (who) => change(who, { unit: 'rutan-banjarnegara' }),
};

describe.each(Object.keys(events) as AccountEvent[])('%s', (event) => {
  test('ends what the table says, also when it is undone, and nothing else', async () => {
    const who = await holder();
    for (const kind of kinds) expect([kind, await who.tries[kind]()]).toEqual([kind, true]);
    await events[event](who);
    for (const kind of kinds) {
      expect([kind, await who.tries[kind]()]).toEqual([kind, !endsAt[event].includes(kind)]);
    }
    app.clock.set(START);
  });

  test('ends every way in that is for the account as it was', () => {
    expect(endsAt[event]).toEqual(expect.arrayContaining(['sessions', 'api-tokens', 'feeds']));
  });
});

test('another role ends them too', async () => {
  const who = await holder();
  await change(who, { role: 'unit-head' });
  expect(await who.tries['api-tokens']()).toBe(false);
  expect(await who.tries.feeds()).toBe(false);
});

test('a change of name or telephone ends nothing', async () => {
  const who = await holder();
  await change(who, { name: 'Nama lain', phone: '0812-3456-7890' });
  for (const kind of kinds) expect([kind, await who.tries[kind]()]).toEqual([kind, true]);
});

describe('API tokens', () => {
  const token = async (by: Header, body: object = {}) =>
    (await send('post', '/api/tokens', by, { name: 'x', ...body }).expect(201)).body as {
      id: string;
      token: string;
      expiresAt: string;
    };

  test('end by themselves with a clear code, after 90 days or what was asked for', async () => {
    const owner = await signedIn(app, { email: 'jangka@uji.test', role: 'officer', unit: UNIT });
    const usual = await token(owner);
    expect(new Date(usual.expiresAt).getTime() - START.getTime()).toBe(90 * DAY);
    const short = await token(owner, { days: 1 });
    for (const days of [0, 366, 1.5])
      await send('post', '/api/tokens', owner, { name: 'x', days }).expect(422);
    app.clock.advance(DAY);
    await send('get', '/api/me', bearer(usual.token)).expect(200);
    const ended = await send('get', '/api/me', bearer(short.token)).expect(401);
    expect(ended.body).toMatchObject({ code: 'token-expired' });
    app.clock.set(START);
    const forged = app.database.query(`UPDATE api_token SET expires_at = created_at + interval '2 years'`);
    await expect(forged).rejects.toMatchObject({ driverError: { constraint: 'api_token_expiry_check' } });
  });

  test('are ten at most, and one makes no other', async () => {
    const owner = await signedIn(app, { email: 'banyak@uji.test', role: 'officer', unit: UNIT });
    const all = await Promise.all(
      Array.from({ length: 12 }, () => send('post', '/api/tokens', owner, { name: 'x' })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(all.find(({ status }) => status !== 201)?.body).toMatchObject({
      code: 'too-many-tokens',
      status: 409,
    });
    const first = all.find(({ status }) => status === 201)?.body as { token: string };
    const refused = await send('post', '/api/tokens', bearer(first.token), { name: 'x' }).expect(403);
    expect(refused.body).toMatchObject({ code: 'token-by-token' });
  });

  test('are seen and revoked by administrators, and by nobody else', async () => {
    const owner = await signedIn(app, { email: 'punya@uji.test', role: 'officer', unit: UNIT });
    const head = await signedIn(app, { email: 'kepala@uji.test', role: 'unit-head', unit: UNIT });
    const made = await token(owner);
    const [row] = await app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'punya@uji.test'`,
    );
    const path = `/api/people/${row?.id}/tokens`;
    for (const other of [owner, head]) await send('get', path, other).expect(403);
    const listed = await send('get', path, administrator).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id: made.id, expiresAt: made.expiresAt }] });
    expect(listed.text).not.toContain(made.token);
    const page = await send('get', `/pengelolaan/orang/${row?.id}`, administrator).expect(200);
    expect(page.text).toContain(`/token/${made.id}/cabut`);
    await send('delete', `${path}/${made.id}`, administrator).expect(204);
    await send('get', '/api/me', bearer(made.token)).expect(401);
  });
});

describe('links for a password', () => {
  test('are mailed three times an hour to one person, whoever asks, and the newest ends the older ones', async () => {
    const email = 'korban@uji.test';
    await signedIn(app, { email, role: 'officer', unit: UNIT });
    const [row] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
    const again = () => send('post', `/pengelolaan/orang/${row?.id}/tautan`, administrator);
    const links: string[] = [];
    for (let i = 0; i < 3; i++) {
      await again().expect(303);
      links.push(await mailedLink(email));
    }
    const refused = await again().expect(429);
    expect(Number(refused.headers['retry-after'])).toBe(3600);
    app.clock.advance(5 * 60_000);
    await send('post', '/api/password-links', null, { email }).expect(202);
    expect(await mailedLink(email)).toBe(links[2]);
    const statuses: number[] = [];
    for (const link of links) statuses.push((await send('get', `/sandi/${link}`, null)).status);
    expect(statuses).toEqual([410, 410, 200]);
    app.clock.set(START);
  });
});

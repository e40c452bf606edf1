import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { sendAsRead } from './support/as-read.js';
import { START, startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn } from './support/people.js';
import { api } from './support/api-client.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNIT = 'rutan-banjarnegara';
const REGION = 'jawa-tengah';

type Headers = { authorization: string };
type Body = Record<string, unknown>;

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const post = (path: string, body: object, headers: Partial<Headers> = {}) =>
  request(app.server).post(path).set(headers).send(body);
const get = (path: string, headers: Partial<Headers> = {}) => request(app.server).get(path).set(headers);
const patch = (path: string, body: object, headers: Headers) =>
  sendAsRead(request(app.server).patch(path).set(headers), body, async () => {
    const own = path === '/api/me' ? ((await get(path, headers)).body as { id: string }).id : null;
    const [person] = await app.database.query<{ version: number }>(
      'SELECT version FROM person WHERE id = $1',
      [own ?? path.split('/').at(-1)],
    );
    return person?.version ?? 1;
  });
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

describe('A session', () => {
  const email = 'sesi@uji.test';
  beforeAll(() => signedIn(app, { email, role: 'officer', unit: UNIT }));

  test('opens with a token and a cookie, and either shows the account', async () => {
    const answer = await post('/api/session', { email: ' Sesi@Uji.test', password: PASSWORD }).expect(201);
    const { token, account } = answer.body as { token: string; account: Body };
    expect(account).toMatchObject({ email, role: 'officer', unit: UNIT, regionalOffice: REGION });
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
    const cookie = (answer.headers['set-cookie'] as unknown as string[])[0] ?? '';
    expect(cookie).toMatch(/^sambang=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    await get('/api/me', { authorization: `Bearer ${token}` }).expect(200);
    await api(app).get('/api/me').set('cookie', `sambang=${token}`).expect(200);
    await get('/api/me').expect(401);
  });

  test('stores no secret', async () => {
    const { authorization } = await app.signIn(email, PASSWORD);
    const rows = await app.database.query<{ hash: string }>('SELECT token_hash AS hash FROM session');
    expect(rows.map(({ hash }) => hash)).not.toContain(authorization.replace('Bearer ', ''));
    const [person] = await app.database.query<{ hash: string }>(
      'SELECT password_hash AS hash FROM person WHERE email = $1',
      [email],
    );
    expect(person?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('ends when it is closed', async () => {
    const headers = await app.signIn(email, PASSWORD);
    const closed = await api(app).delete('/api/session', { as: headers }).expect(204);
    expect((closed.headers['set-cookie'] as unknown as string[])[0]).toMatch(/^sambang=;/);
    await get('/api/me', headers).expect(401);
  });

  test('lasts thirty days from its last use, which is noted at most every five minutes', async () => {
    const headers = await app.signIn(email, PASSWORD);
    const lastUse = async () => {
      const [row] = await app.database.query<{ at: Date }>('SELECT max(last_used_at) AS at FROM session');
      return row?.at;
    };
    app.clock.advance(4 * MINUTE);
    await get('/api/me', headers).expect(200);
    expect(await lastUse()).toEqual(START);
    app.clock.advance(29 * DAY);
    await get('/api/me', headers).expect(200);
    expect(await lastUse()).toEqual(app.clock.now());
    app.clock.advance(29 * DAY);
    await get('/api/me', headers).expect(200);
    app.clock.advance(30 * DAY);
    await get('/api/me', headers).expect(401);
    app.clock.set(START);
  });

  test('does not open for a wrong password, an unknown address or a suspended account, all alike', async () => {
    await signedIn(app, { email: 'diam@uji.test', role: 'officer', unit: UNIT });
    await app.database.query('UPDATE person SET suspended_at = $2 WHERE email = $1', [
      'diam@uji.test',
      START,
    ]);
    const answers = [
      await post('/api/session', { email, password: 'bukan kata sandinya' }),
      await post('/api/session', { email: 'tidak.ada@uji.test', password: PASSWORD }),
      await post('/api/session', { email: 'diam@uji.test', password: PASSWORD }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(codeOf(answers[0] ?? { body: {} })).toBe('bad-credentials');
  });

  test.each(['kejar@uji.test', 'tak.dikenal@uji.test'])(
    '%s: five failed tries, then waits that grow',
    async (address) => {
      if (address === 'kejar@uji.test') await signedIn(app, { email: address, role: 'officer', unit: UNIT });
      const attempt = (password: string) => post('/api/session', { email: address, password });
      const statuses = (await Promise.all(Array.from({ length: 14 }, () => attempt('salah terus')))).map(
        (a) => a.status,
      );
      expect(statuses.sort()).toEqual([...Array<number>(5).fill(401), ...Array<number>(9).fill(429)]);
      const waited: number[] = [];
      for (let tries = 0; tries < 4; tries++) {
        const refused = await attempt(PASSWORD).expect(429);
        expect(codeOf(refused)).toBe('too-many-tries');
        const wait = Number(refused.headers['retry-after']);
        waited.push(wait);
        app.clock.advance(wait * 1000);
        if (tries < 3) await attempt('salah lagi').expect(401);
      }
      expect(waited).toEqual([10, 20, 40, 80]);
      await attempt(PASSWORD).expect(address === 'kejar@uji.test' ? 201 : 401);
      app.clock.set(START);
    },
  );
});

describe('The own account', () => {
  test('changes name, phone and position, and nothing else', async () => {
    const headers = await signedIn(app, { email: 'diri@uji.test', role: 'officer', unit: UNIT });
    const change = { name: ' Sari ', phone: '0812-3456-7890', position: 'Penelaah' };
    const answer = await patch('/api/me', change, headers).expect(200);
    expect(answer.body).toMatchObject({ name: 'Sari', phone: '+6281234567890', position: 'Penelaah' });
    await patch('/api/me', { phone: null }, headers).expect(200);
    expect((await get('/api/me', headers)).body).toMatchObject({ name: 'Sari', phone: null });
    for (const wrong of [{ role: 'administrator' }, { name: '' }, { name: null }, { phone: 'nihil' }]) {
      await patch('/api/me', wrong, headers).expect(422);
    }
  });

  test('shows the NIP masked', async () => {
    const headers = await signedIn(app, { email: 'nip@uji.test', role: 'officer', unit: UNIT });
    await app.database.query(`UPDATE person SET nip = '198701012010121001' WHERE email = 'nip@uji.test'`);
    expect((await get('/api/me', headers)).body).toMatchObject({ nip: '***************001' });
  });
});

describe('API tokens', () => {
  test('work until they are revoked, and only their owner sees or revokes them', async () => {
    const owner = await signedIn(app, { email: 'pemilik@uji.test', role: 'officer', unit: UNIT });
    const other = await signedIn(app, { email: 'lain@uji.test', role: 'officer', unit: UNIT });
    const made = (await post('/api/tokens', { name: 'laporan' }, owner).expect(201)).body as {
      id: string;
      token: string;
    };
    const byToken = { authorization: `Bearer ${made.token}` };

    expect((await get('/api/me', byToken).expect(200)).body).toMatchObject({ email: 'pemilik@uji.test' });
    await api(app).get('/api/me').set('cookie', `sambang=${made.token}`).expect(401);
    const listed = await get('/api/tokens', owner).expect(200);
    expect(listed.body).toMatchObject({
      items: [{ id: made.id, name: 'laporan', lastUsedAt: START.toISOString() }],
    });
    expect(listed.text).not.toContain(made.token);
    expect((await get('/api/tokens', other)).body).toEqual({ items: [] });
    await api(app)
      .delete('/api/tokens/{id}', { as: other, path: { id: made.id } })
      .expect(404);
    await api(app)
      .delete('/api/tokens/{id}', { as: owner, path: { id: made.id } })
      .expect(204);
    await get('/api/me', byToken).expect(401);
  });
});

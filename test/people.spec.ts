import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { CreatePerson, FirstAdministratorLink, OfficerFacts } from '../src/people/index.js';
import { sendAsRead } from './support/as-read.js';
import { START, startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn } from './support/people.js';

const MINUTE = 60_000;
const UNIT = 'rutan-banjarnegara';
const NEIGHBOUR = 'bapas-purwokerto';
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

/** Secrets of the links that were mailed to an address, oldest first. */
async function mailedLinks(email: string): Promise<string[]> {
  const mails = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position',
    [email],
  );
  return mails.flatMap(({ text }) => /^http:\/\/sambang\.test\/sandi\/(\S+)$/m.exec(text)?.[1] ?? []);
}

describe('The first administrator', () => {
  test('is made once, by the newest link', async () => {
    const links = app.app.get(FirstAdministratorLink);
    const tokenOf = (url: string | null) => url?.replace('http://sambang.test/sandi/', '') ?? '';
    const old = tokenOf(await links.issueIfNeeded());
    const fresh = tokenOf(await links.issueIfNeeded());
    const choice = { password: PASSWORD, name: 'Admin', email: 'Admin@Sambang.test' };

    expect(codeOf(await post(`/api/password-links/${old}`, choice).expect(410))).toBe('link-not-valid');
    await post(`/api/password-links/${fresh}`, { password: PASSWORD }).expect(422);
    await post(`/api/password-links/${fresh}`, choice).expect(204);
    await post(`/api/password-links/${fresh}`, choice).expect(410);
    expect(await links.issueIfNeeded()).toBeNull();
    const me = await get('/api/me', await app.signIn('admin@sambang.test', PASSWORD)).expect(200);
    expect(me.body).toMatchObject({ name: 'Admin', role: 'administrator', unit: null, regionalOffice: null });
  });
});

describe('Inviting', () => {
  const somebody = (email: string, post: Body) => ({ name: 'Undangan', email, ...post });
  let head: Headers;
  let regional: Headers;
  beforeAll(async () => {
    head = await signedIn(app, { email: 'kepala@uji.test', role: 'unit-head', unit: UNIT });
    regional = await signedIn(app, { email: 'kanwil@uji.test', role: 'regional', regionalOffice: REGION });
  });

  test('mails a link that sets the password once', async () => {
    const invited = await post(
      '/api/people',
      somebody('baru@uji.test', { role: 'officer', unit: UNIT }),
      head,
    );
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email: 'baru@uji.test', hasPassword: false, suspended: false });
    const [token = ''] = await mailedLinks('baru@uji.test');
    await post('/api/session', { email: 'baru@uji.test', password: PASSWORD }).expect(401);
    for (const password of ['pendek', 'baru@uji.test']) {
      expect(codeOf(await post(`/api/password-links/${token}`, { password }).expect(422))).toBe(
        'weak-password',
      );
    }
    const once = await Promise.all(
      [1, 2].map(() => post(`/api/password-links/${token}`, { password: PASSWORD })),
    );
    expect(once.map(({ status }) => status).sort()).toEqual([204, 410]);
    await app.signIn('baru@uji.test', PASSWORD);
  });

  test('is for those whom the policy lets, into the place that fits the role', async () => {
    const officer = await signedIn(app, { email: 'biasa@uji.test', role: 'officer', unit: UNIT });
    const here = { role: 'officer', unit: UNIT };
    expect((await post('/api/people', somebody('a@uji.test', here), officer)).status).toBe(403);
    expect(
      (await post('/api/people', somebody('b@uji.test', { ...here, unit: NEIGHBOUR }), head)).status,
    ).toBe(403);
    expect(
      (await post('/api/people', somebody('c@uji.test', { role: 'administrator' }), regional)).status,
    ).toBe(403);
    const misplaced = await post(
      '/api/people',
      somebody('d@uji.test', { role: 'regional', unit: UNIT }),
      regional,
    );
    expect([misplaced.status, codeOf(misplaced)]).toEqual([422, 'role-place-mismatch']);
    const nowhere = await post(
      '/api/people',
      somebody('e@uji.test', { ...here, unit: 'tidak-ada' }),
      regional,
    );
    expect([nowhere.status, codeOf(nowhere)]).toEqual([422, 'reference-unknown']);
    const twice = await post('/api/people', somebody('KEPALA@uji.test', here), regional);
    expect([twice.status, codeOf(twice)]).toEqual([409, 'email-taken']);
    const rows = await app.database.query(`SELECT 1 FROM person WHERE email ~ '^[a-e]@uji.test$'`);
    expect(rows).toEqual([]);
    await post('/api/people', somebody('tetangga@uji.test', { ...here, unit: NEIGHBOUR }), regional).expect(
      201,
    );
  });

  test('a suspension ends every session, and nobody changes the own role', async () => {
    const target = await signedIn(app, { email: 'berhenti@uji.test', role: 'officer', unit: UNIT });
    const { id } = (await get('/api/me', target)).body as { id: string };
    await patch(`/api/people/${id}`, { suspended: true }, target).expect(403);
    const suspended = await patch(`/api/people/${id}`, { suspended: true }, head).expect(200);
    expect(suspended.body).toMatchObject({ suspended: true });
    await get('/api/me', target).expect(401);
    await patch(`/api/people/${id}`, { suspended: false }, head).expect(200);
    await get('/api/me', target).expect(401);
    await app.signIn('berhenti@uji.test', PASSWORD);
    await patch(`/api/people/${id}`, { role: 'unit-head' }, head).expect(403);
    await patch(`/api/people/${id}`, { role: 'unit-head' }, regional).expect(200);
    const admin = await signedIn(app, { email: 'admin2@uji.test', role: 'administrator' });
    const own = (await get('/api/me', admin)).body as { id: string };
    expect(codeOf(await patch(`/api/people/${own.id}`, { suspended: true }, admin).expect(409))).toBe(
      'own-account',
    );
  });

  test('the list holds what the actor may see, in pages', async () => {
    const emails = async (path: string, headers: Headers) => {
      const { items, nextCursor } = (await get(path, headers).expect(200)).body as {
        items: { email: string }[];
        nextCursor: string | null;
      };
      return { emails: items.map(({ email }) => email), nextCursor };
    };
    const own = await emails('/api/people?limit=200', head);
    expect(own.emails).toContain('kepala@uji.test');
    expect(own.emails).not.toContain('tetangga@uji.test');
    expect((await emails(`/api/people?unit=${NEIGHBOUR}`, head)).emails).toEqual([]);
    expect((await emails(`/api/people?unit=${NEIGHBOUR}`, regional)).emails).toEqual(['tetangga@uji.test']);

    const all = await emails('/api/people?limit=200', await app.signIn('admin@sambang.test', PASSWORD));
    expect(all.emails).toEqual(
      expect.arrayContaining(['admin@sambang.test', 'kanwil@uji.test', 'tetangga@uji.test']),
    );

    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await emails(`/api/people?limit=3${cursor && `&cursor=${cursor}`}`, head);
      paged.push(...page.emails);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(own.emails);
    await get('/api/people?cursor=rusak', head).expect(400);
  });
});

describe('A forgotten password', () => {
  test('is answered alike for everybody, by mail to whom has an account, and ends all sessions', async () => {
    const before = await signedIn(app, { email: 'lupa@uji.test', role: 'officer', unit: UNIT });
    const answers = [
      await post('/api/password-links', { email: 'Lupa@uji.test' }),
      await post('/api/password-links', { email: 'lupa@uji.test' }),
      await post('/api/password-links', { email: 'siapa@uji.test' }),
    ];
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [202, '']));
    await app.settle();
    const links = await mailedLinks('lupa@uji.test');
    expect(links).toHaveLength(1);
    expect(await mailedLinks('siapa@uji.test')).toEqual([]);

    const password = ' sandi baru dengan spasi ';
    await post(`/api/password-links/${links[0]}`, { password }).expect(204);
    await get('/api/me', before).expect(401);
    await post('/api/session', { email: 'lupa@uji.test', password: password.trim() }).expect(401);
    await app.signIn('lupa@uji.test', password);
  });

  test('its link lasts an hour', async () => {
    await signedIn(app, { email: 'telat@uji.test', role: 'officer', unit: UNIT });
    await post('/api/password-links', { email: 'telat@uji.test' }).expect(202);
    await app.settle();
    const [token = ''] = await mailedLinks('telat@uji.test');
    app.clock.advance(60 * MINUTE);
    await post(`/api/password-links/${token}`, { password: PASSWORD }).expect(410);
    app.clock.set(START);
  });
});

describe('For other features', () => {
  test('people of a unit and of a regional office are told apart', async () => {
    await app.app.get(CreatePerson).execute({
      name: 'Agus',
      email: 'agus@uji.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
      password: PASSWORD,
    });
    const facts = app.app.get(OfficerFacts);
    expect(await facts.ofUnit('rutan-purbalingga')).toEqual([
      {
        ...{
          personId: expect.any(String),
          name: 'Agus',
          email: 'agus@uji.test',
          role: 'officer',
          phone: null,
        },
        ...{ organisation: 'rutan-purbalingga', nip: null, rank: null, position: null },
      },
    ]);
    expect((await facts.ofRegionalOffice(REGION)).map(({ email }) => email)).toEqual(['kanwil@uji.test']);
  });
});

import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { emails, file, pageExamples, pageRoutes, type PageExamples } from './support/page-examples.js';
import { formsOf, type PageForm } from './support/page-forms.js';
import { PASSWORD, signedIn } from './support/people.js';

/** Somebody who signs in at the same computer, one for each kind of account. */
const others = {
  guest: 'lain@tamu.test',
  host: 'lain@tuan.test',
  regional: 'lain@jateng.test',
  administrator: 'lain@pusat.test',
  head: 'kepala-lain@tuan.test',
} as const;

/** Forms of signed-in pages that anybody may send: they store nothing in a person's name. */
const anybodys = ['/tampilan', '/keluar'];

const writing = 'Tulisan yang tidak boleh hilang';

let app: TestApp;
let examples: PageExamples;
let cookies: Record<string, string>;
let ids: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  examples = await pageExamples(app);
  await signedIn(app, { email: others.guest, role: 'officer', unit: 'bapas-purwokerto' });
  await signedIn(app, { email: others.host, role: 'officer', unit: 'rutan-banjarnegara' });
  await signedIn(app, { email: others.regional, role: 'regional', regionalOffice: 'jawa-tengah' });
  await signedIn(app, { email: others.administrator, role: 'administrator' });
  await signedIn(app, { email: others.head, role: 'unit-head', unit: 'rutan-banjarnegara' });
  const all = [...Object.values(emails), ...Object.values(others)];
  cookies = Object.fromEntries(await Promise.all(all.map(async (email) => [email, await cookieOf(email)])));
  const people = await app.database.query<{ id: string; email: string }>('SELECT id, email FROM person');
  ids = Object.fromEntries(people.map(({ id, email }) => [email, id]));
}, 90_000);
afterAll(() => app.close());

async function cookieOf(email: string): Promise<string> {
  const answer = await request(app.server).post('/masuk').type('form').send({ email, password: PASSWORD });
  return (answer.headers['set-cookie'] as unknown as string[]).map((each) => each.split(';')[0]).join('; ');
}

const asked = (path: string, email: string) =>
  request(app.server)
    .get(path)
    .set({ accept: 'text/html', cookie: cookies[email] ?? '' });

/** Names of the fields in which somebody writes or chooses. */
const fillable = ({ fields }: PageForm): string[] =>
  fields.filter(({ kind }) => kind !== 'file').map(({ name }) => name);

function sent(form: PageForm, email: string) {
  const target = request(app.server)
    .post(form.action)
    .set({ accept: 'text/html', cookie: cookies[email] ?? '' });
  const typed = Object.fromEntries(fillable(form).map((name) => [name, writing]));
  const fields = { ...Object.fromEntries(form.hidden), ...typed };
  if (!form.isMultipart) return target.type('form').send(fields);
  const upload = target.attach('file', Buffer.from('%PDF-1.7'), { filename: 'a.pdf' });
  for (const [name, value] of Object.entries(fields)) void upload.field(name, value);
  return upload;
}

/** Rows of every table that people's work is stored in. */
async function rows(): Promise<string> {
  const tables = await app.database.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'session' ORDER BY 1`,
  );
  const counts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t`,
  );
  return JSON.stringify(await app.database.query(`${counts.join(' UNION ALL ')} ORDER BY 1`));
}

/** The forms of every signed-in page, with whose page it was. */
async function allForms(): Promise<{ page: string; by: keyof typeof emails; form: PageForm }[]> {
  const found = [];
  for (const [page, example] of Object.entries(examples)) {
    if (example === file || example.by === null) continue;
    const { text } = await asked(example.path, emails[example.by]).expect(200);
    const forms = formsOf(text, example.path).filter(
      ({ method, action }) => method === 'post' && !anybodys.includes(action),
    );
    for (const form of forms) found.push({ page, by: example.by, form });
  }
  return found;
}

describe('every form of a signed-in page', () => {
  test('names the person it was rendered for', async () => {
    const forms = await allForms();
    expect(forms.length).toBeGreaterThan(40);
    const whose = ({ action, hidden }: PageForm) =>
      new URL(action, 'http://x').searchParams.get('form-person') ??
      Object.fromEntries(hidden)['form-person'];
    const nameless = forms.filter(({ by, form }) => whose(form) !== ids[emails[by]]);
    expect(nameless.map(({ page, form }) => `${page}: ${form.action}`)).toEqual([]);
  }, 60_000);

  test('is not taken from another, who is shown what was typed and whose form it is', async () => {
    const forms = await allForms();
    const before = await rows();
    const faults = [];
    for (const { page, by, form } of forms) {
      const answer = await sent(form, others[by]);
      const shows = fillable(form).length === 0 || answer.text.includes(writing);
      const names = answer.text.includes(`Petugas ${emails[by]}`);
      if (answer.status !== 409 || !shows || !names)
        faults.push({ page, action: form.action, status: answer.status, shows, names });
    }
    expect(faults).toEqual([]);
    expect(await rows()).toBe(before);
  }, 120_000);
});

describe('every page that needs an account', () => {
  test('shows whoever has not signed in the way in, and leads on to it', async () => {
    const wrong: Record<string, unknown> = {};
    let asked = 0;
    for (const [route, example] of Object.entries(examples)) {
      // The start page has words of its own for visitors.
      if (example === file || example.by === null || route === '/') continue;
      const answer = await request(app.server).get(example.path).set('accept', 'text/html');
      const [signIn] = formsOf(answer.text, example.path).filter(({ action }) => action === '/masuk');
      const given = { email: emails[example.by], password: PASSWORD };
      const onward = await request(app.server)
        .post('/masuk')
        .set('accept', 'text/html')
        .type('form')
        .send({ ...Object.fromEntries(signIn?.hidden ?? []), ...given });
      const leadsOn = onward.status === 303 && onward.headers['location'] === example.path;
      if (!signIn || !leadsOn || answer.text.includes('Galat'))
        wrong[route] = [answer.status, onward.headers['location']];
      asked++;
    }
    expect(wrong).toEqual({});
    expect(asked).toBeGreaterThan(45);
  }, 60_000);
});

describe('every address that takes a form', () => {
  const id = '01a20ba9-e725-779c-8d72-a69ab77e1012';
  const open = [
    '/tampilan',
    '/keluar',
    '/masuk',
    '/lupa-sandi',
    '/sandi/',
    '/alamat/',
    '/jawab/',
    '/hadir/',
    '/masukan/',
    '/belajar/',
    '/kutipan/',
    '/balas/',
    '/berhenti/',
  ];
  const closed = () =>
    pageRoutes(app, RequestMethod.POST)
      .filter((path) => !open.some((each) => path === each || (each.endsWith('/') && path.startsWith(each))))
      .map((path) => path.replaceAll(/:\w+/g, id));
  const statuses = async (path: string, fields: Record<string, string>): Promise<number[]> => {
    const answers = await Promise.all(
      Object.values(emails).map((email) =>
        request(app.server)
          .post(path)
          .set('cookie', cookies[email] ?? '')
          .type('form')
          .send(fields),
      ),
    );
    return answers.map(({ status }) => status).filter((status) => status !== 403);
  };

  test.each([
    ['nobody', {}],
    ['something else', { 'form-person': 'x' }],
    ['somebody else', { 'form-person': id }],
  ])(
    'refuses one that names %s',
    async (_, fields) => {
      const taken: Record<string, number[]> = {};
      expect(closed().length).toBeGreaterThan(45);
      for (const path of closed()) {
        const answers = await statuses(path, fields);
        if (answers.length === 0 || answers.some((status) => status !== 409)) taken[path] = answers;
      }
      expect(taken).toEqual({});
    },
    60_000,
  );

  test('tells a program why, with a code', async () => {
    const answer = await request(app.server)
      .post('/akun')
      .set({ cookie: cookies[emails.guest] ?? '', accept: 'application/json' })
      .type('form')
      .send({ 'form-person': ids[emails.host] ?? '' })
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'form-of-another' });
  });

  test('shows no password again, and leads back to where the form stood', async () => {
    const answer = await request(app.server)
      .post('/akun')
      .set({ cookie: cookies[emails.guest] ?? '', accept: 'text/html', host: 'sambang.test' })
      .set('referer', 'http://sambang.test/akun?info=x')
      .type('form')
      .send({ 'form-person': ids[emails.host] ?? '', kata_sandi: 'rahasia sekali', name: 'Siti Aminah' })
      .expect(409);
    expect(answer.text).not.toContain('rahasia sekali');
    expect(answer.text).toContain('Siti Aminah');
    expect(answer.text).toContain('name="lanjut" value="/akun?info=x"');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { everyRoute } from './support/every-route.js';
import {
  emails,
  file,
  pageExamples,
  pageRoutes,
  type PageExample,
  type PageRole,
} from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import type { Header } from './support/visits.js';

/** What others add to an address that is passed on. */
const STRANGE = 'fbclid=IwAR0x&utm_source=wa&utm_medium=grup&gclid=1&ref=a&_=17&__proto__=1';

let app: TestApp;
let pages: PageExample[];
let headers: Record<PageRole, Header>;

beforeAll(async () => {
  app = await startApp();
  const examples = await pageExamples(app);
  pages = Object.values(examples).filter((example) => example !== file);
  const roles = Object.entries(emails) as [PageRole, string][];
  headers = Object.fromEntries(
    await Promise.all(roles.map(async ([role, email]) => [role, await app.signIn(email, PASSWORD)])),
  ) as Record<PageRole, Header>;
}, 90_000);
afterAll(() => app.close());

const open = (by: PageRole | null, path: string) =>
  request(app.server)
    .get(path)
    .set('accept', 'text/html')
    .set(by ? headers[by] : {});

test('every page ignores what others added to its address', async () => {
  expect(pages.length).toBeGreaterThan(50);
  const refused: string[] = [];
  for (const { by, path } of pages) {
    const { status } = await open(by, `${path}${path.includes('?') ? '&' : '?'}${STRANGE}`);
    if (status !== 200) refused.push(`${status} ${path}`);
  }
  expect(refused).toEqual([]);
});

test('the API goes on refusing what it does not know', async () => {
  const { status } = await request(app.server).get(`/api/visits?${STRANGE}`).set(headers.guest);
  expect(status).toBe(422);
});

test('a page of an id that can be nobody’s does not exist', async () => {
  const named = new Set(pageRoutes(app));
  const routes = everyRoute(app).filter(({ method, path }) => method === 'GET' && named.has(path));
  const addresses = routes.flatMap(({ path }) =>
    /:(?:id|\w+Id)\b/.test(path) ? [path.replace(/:\w+/g, 'bukan-id')] : [],
  );
  expect(addresses.length).toBeGreaterThan(15);
  const others: string[] = [];
  for (const path of addresses) {
    const answers = [await open('administrator', path), await open('host', path)];
    // Who may not open such a page is told that first.
    const shown = answers.filter(({ status }) => status !== 403);
    if (shown.length === 0 || shown.some(({ status, text }) => status !== 404 || text.includes('JSON'))) {
      others.push(`${answers.map(({ status }) => status).join(' ')} ${path}`);
    }
  }
  expect(others).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  emails,
  file,
  pageExamples,
  pageRoutes,
  type PageExample,
  type PageExamples,
  type PageRole,
} from '../support/page-examples.js';
import {
  axe,
  overflow,
  picture,
  startBrowserApp,
  transferred,
  type BrowserApp,
  type Person,
  type VisitorOptions,
} from './support/browser.js';

/** Most that a first load may bring over the wire, compressed; a calendar brings its program along. */
const MOST_BYTES = 120 * 1024;
const MOST_BYTES_BY_ROUTE: Record<string, number> = { '/kalender': 170 * 1024 };

let app: BrowserApp;
let examples: PageExamples;

beforeAll(async () => {
  app = await startBrowserApp();
  examples = await pageExamples(app);
}, 90_000);
afterAll(() => app.close());

/** Pages that say what is wrong, with their status. */
const refusals: [name: string, PageExample, status: number][] = [
  ['gone', { by: null, path: '/sandi/tidak-berlaku' }, 410],
  ['missing', { by: 'guest', path: '/tidak-ada' }, 404],
  ['forbidden', { by: 'guest', path: '/pengelolaan' }, 403],
];

/** The pages that are looked at: one a route, and those that refuse. */
const pages = (): [name: string, PageExample, status: number][] => [
  ...pageRoutes(app).flatMap((route): [string, PageExample, number][] => {
    const example = examples[route];
    return example === undefined || example === file ? [] : [[route, example, 200]];
  }),
  ...refusals,
];

/** Opens a browser for each role that has pages to see, once, and gives it each of its pages. */
async function walk(
  options: VisitorOptions,
  look: (person: Person, name: string, path: string, status: number) => Promise<void>,
): Promise<void> {
  for (const role of [null, ...(Object.keys(emails) as PageRole[])]) {
    const person = await (role === null ? app.visitor(options) : app.signedIn(emails[role], options));
    for (const [name, { path }, status] of pages().filter(([, { by }]) => by === role)) {
      await look(person, name, path, status);
    }
    await person.context.close();
  }
}

test('every page has an example here', () => {
  const routes = pageRoutes(app);
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => examples[route] === undefined)).toEqual([]);
});

describe('every page', () => {
  test.each(['desk', 'phone'] as const)(
    'is readable on a %s by day and by night, and needs nothing that is missing',
    async (width) => {
      const faults: Record<string, unknown> = {};
      await walk({ width }, async ({ page, troubles }, name, path, expected) => {
        const status = (await page.goto(path))?.status();
        await page.waitForLoadState('networkidle');
        const seen = { axe: [] as string[], overflow: 0 };
        for (const look of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: look });
          await picture(page, `${name.replaceAll(/\W+/g, '-')}-${width}-${look}`);
          seen.axe.push(...(await axe(page)).map((finding) => `${look}: ${finding}`));
          seen.overflow ||= await overflow(page);
        }
        const trouble = troubles.splice(0);
        const isFine = status === expected && !seen.axe.length && !seen.overflow && !trouble.length;
        if (!isFine) faults[name] = { status, ...seen, trouble };
      });
      expect(faults).toEqual({});
    },
    900_000,
  );

  test('comes in few bytes the first time', async () => {
    const heavy: Record<string, number> = {};
    await walk({}, async ({ page }, name, path) => {
      const bytes = await transferred(page, () => page.goto(path));
      if (bytes > (MOST_BYTES_BY_ROUTE[name] ?? MOST_BYTES)) heavy[name] = bytes;
    });
    expect(heavy).toEqual({});
  }, 900_000);
});

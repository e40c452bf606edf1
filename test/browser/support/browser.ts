import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { startApp, type TestApp } from '../../support/app.js';
import { PASSWORD } from '../../support/people.js';
import { freePort } from '../../support/processes.js';

/** Those of the package's own arguments that hide faults (`--disable-web-security`) or end contexts are left out. */
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at the levels A and AA, as axe names them. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

export type Look = 'light' | 'dark';
export const widths = { phone: 360, desk: 1280 } as const;

export interface VisitorOptions {
  width?: keyof typeof widths;
  look?: Look;
  script?: boolean;
  /** Language that the browser is set to; Indonesian unless it says otherwise. */
  locale?: string;
}

/** The application listening on a free port of loopback, and a Chromium to look at it with. */
export interface BrowserApp extends TestApp {
  url: string;
  /** A browser of somebody who has not signed in. */
  visitor(options?: VisitorOptions): Promise<Person>;
  /** A browser of somebody who signed in on the page for it. */
  signedIn(email: string, options?: VisitorOptions): Promise<Person>;
}

/** Somebody at a browser: a page, and whatever went wrong in it so far. */
export interface Person {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts, refusals of the content security policy, requests to other hosts. */
  troubles: string[];
}

export async function startBrowserApp(settings: Record<string, string> = {}): Promise<BrowserApp> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = await startApp({ PUBLIC_URL: url, ...settings });
  await app.app.listen(port, '127.0.0.1');
  const browser = await chromium.launch({
    executablePath: process.env['TEST_CHROMIUM'] ?? '',
    args: CHROMIUM_ARGUMENTS,
  });
  const visitor = (options?: VisitorOptions) => openPerson(browser, url, options);
  return {
    ...app,
    url,
    visitor,
    signedIn: async (email, options) => {
      const person = await visitor(options);
      await signIn(person.page, email);
      return person;
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

async function openPerson(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Person> {
  const { width = 'desk', look = 'light', script = true, locale = 'id-ID' } = options;
  const shape: BrowserContextOptions = {
    baseURL: url,
    viewport: { width: widths[width], height: width === 'phone' ? 740 : 860 },
    colorScheme: look,
    javaScriptEnabled: script,
    locale,
    reducedMotion: 'reduce',
    ...(width === 'phone' ? { hasTouch: true } : {}),
  };
  const context = await browser.newContext(shape);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  return { page, context, troubles: watch(page, url) };
}

/** Keeps what goes wrong in a page. A status of an error page is no trouble: tests ask for those. */
function watch(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const isStatus = message
      .text()
      .startsWith('Failed to load resource: the server responded with a status of 4');
    if (message.type() === 'error' && !isStatus) troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url())) {
      troubles.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  return troubles;
}

/** Signs in on the page for it; `opens` it first, unless it is open. */
export async function signIn(page: Page, email: string, opens = true): Promise<void> {
  if (opens) await page.goto('/masuk');
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL((at) => at.pathname !== '/masuk');
}

interface AxeFinding {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds wrong with the page as it stands, a line a finding; run past the page's own security policy. */
export async function axe(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(AXE);
  const options = JSON.stringify({ runOnly: AXE_TAGS, resultTypes: ['violations'] });
  const found = await evaluate(
    `globalThis.axeRun = axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  await session.detach();
  return (found as AxeFinding[]).map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  );
}

/** How far the page reaches beyond the screen's right edge, in CSS pixels; 0 when it does not. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth);

/** Folder of the pictures that tests take of pages; outside the sources. */
const PICTURES = process.env['PICTURES_DIR'] ?? 'data/pictures';

/** Takes a picture of the whole page. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** Bytes that came over the wire, compressed as they came, while the work was done with an empty cache. */
export async function transferred(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await work();
  await page.waitForLoadState('networkidle');
  await session.detach();
  return bytes;
}

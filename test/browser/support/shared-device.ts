import type { Page } from 'playwright-core';
import { publishedNote } from '../../support/notes.js';
import { signedIn as account } from '../../support/people.js';
import { confirmed, type ShownVisit } from '../../support/visits.js';
import { startBrowserApp, type BrowserApp } from './browser.js';

/** Two colleagues of one unit at one computer, who may see the same things; and one of another unit. */
export const first = 'satu@tamu.test';
export const second = 'dua@tamu.test';
export const stranger = 'lain@lain.test';

/** The application with what the two may both see: a visit that was agreed, and a note of their unit. */
export interface SharedDevice {
  app: BrowserApp;
  visit: ShownVisit;
  note: string;
  /** Ends all sessions on the server, as age does; the browser is told nothing. */
  endSessions(): Promise<unknown>;
}

export async function sharedDevice(): Promise<SharedDevice> {
  const app = await startBrowserApp();
  const guest = await account(app, { email: first, role: 'unit-head', unit: 'bapas-purwokerto' });
  await account(app, { email: second, role: 'unit-head', unit: 'bapas-purwokerto' });
  await account(app, { email: stranger, role: 'officer', unit: 'rutan-purbalingga' });
  const host = await account(app, { email: 'a@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
  const kanwil = await account(app, {
    email: 'k@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
  const visit = await confirmed(app, guest, host, {
    participants: [{ name: 'Sari', side: 'guest', role: 'member' }],
  });
  const note = await publishedNote(app, guest, kanwil, {
    unit: 'bapas-purwokerto',
    title: 'Kebun',
    context: 'a',
    whatWasDone: 'b',
    result: 'c',
    howToCopy: 'd',
  });
  return { app, visit, note, endSessions: () => app.database.query('DELETE FROM session') };
}

/** What offers a text that was kept, and the button that takes it. */
export const offered = (page: Page) =>
  page.getByText(/Ada isian yang belum terkirim/).filter({ visible: true });
export const take = (page: Page) => page.getByRole('button', { name: 'Pulihkan' });

/** Types, and waits until the device keeps it. */
export async function typeText(page: Page, path: string, field: string, words: string): Promise<void> {
  await page.goto(path);
  await page.locator(field).fill(words);
  await page.waitForFunction(
    (text) => Object.values({ ...localStorage }).some((kept) => String(kept).includes(text)),
    words,
  );
}

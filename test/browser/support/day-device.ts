import { expect } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedDevice, first, type SharedDevice } from './shared-device.js';

/** The page of everything that a device has not sent. */
export const UNSENT = '/kunjungan/belum-terkirim';

/** A visit on its day, and what is done on the page of it. */
export interface DayDevice extends SharedDevice {
  dayPath: string;
  /** Opens the page of the day as the first person, once the device keeps it. */
  begin(width?: 'phone' | 'desk'): Promise<{ page: Page; context: BrowserContext }>;
  /** Closes what `begin` opened. */
  end(): Promise<void>;
  /** Addresses of those in whose name a note of these words is stored. */
  stored(words: string): Promise<{ email: string }[]>;
  untilStored(page: Page, words: string): Promise<void>;
}

export async function dayDevice(): Promise<DayDevice> {
  const device = await sharedDevice();
  const { app, visit } = device;
  app.clock.set(new Date(visit.startsAt));
  const dayPath = `/kunjungan/${visit.id}/hari-ini`;
  let opened: BrowserContext[] = [];
  const stored = (words: string) =>
    app.database.query<{ email: string }>(
      'SELECT p.email FROM visit_entry e JOIN person p ON p.id = e.author WHERE e.text = $1',
      [words],
    );
  return {
    ...device,
    dayPath,
    stored,
    begin: async (width = 'desk') => {
      const { page, context } = await app.signedIn(first, { width });
      opened.push(context);
      await page.goto(dayPath);
      await page.locator('html[data-kept]').waitFor({ state: 'attached' });
      return { page, context };
    },
    end: async () => {
      for (const context of opened) await context.close();
      opened = [];
    },
    untilStored: async (page, words) => {
      const end = Date.now() + 20_000;
      while ((await stored(words)).length === 0 && Date.now() < end) await page.waitForTimeout(100);
      expect(await stored(words)).toEqual([{ email: first }]);
    },
  };
}

/** Writes a note on the page of the day and waits until the device keeps it. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByLabel('Catatan', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.locator('#belum-terkirim').getByText(words).waitFor();
}

/** What counts in the header of every page. */
export const badge = (page: Page) => page.locator('.site-header .site-unsent');

const NOTES = '**/hari-ini/catatan*';

/** Keeps the notes of the day from arriving, from pages and from the worker. */
export async function holdNotes(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(NOTES, (route) => route.abort());
  return () => context.unroute(NOTES);
}

/** Answers the notes of the day in place of the server. */
export async function answerNotes(
  context: BrowserContext,
  answer: { status: number; contentType: string; body: string },
): Promise<() => Promise<void>> {
  await context.route(NOTES, (route) => route.fulfill(answer));
  return () => context.unroute(NOTES);
}

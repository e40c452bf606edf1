import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

const email = 'petugas@tamu.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
}, 60_000);
afterAll(() => app.close());

describe('By keyboard at a desk', () => {
  let person: Person;
  beforeEach(async () => {
    person = await app.signedIn(email);
  });

  test('the first stop leads past the way around', async () => {
    const { page } = person;
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Langsung ke isi' });
    await expect(skip.evaluate((link) => link === document.activeElement)).resolves.toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi');
  });

  test('a stroke leads to the search, but not while something is typed', async () => {
    const { page } = person;
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('cari');
    await page.keyboard.type('rutan/banjar');
    expect(await page.locator('#cari').inputValue()).toBe('rutan/banjar');
    await page.locator('#cari').fill('rutan');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cari?q=rutan');
    expect(person.troubles).toEqual([]);
  });
});

describe('On a phone', () => {
  test('the menu is a sheet that opens by its button and closes by Escape', async () => {
    const { page, troubles } = await app.signedIn(email, { width: 'phone' });
    const ways = page.getByRole('navigation', { name: 'Utama' });
    expect(await ways.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await ways.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await ways.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });
});

describe('A refused form', () => {
  test.each([true, false])('has the cursor in its first faulty field, with script %p', async (script) => {
    const { page } = await app.visitor({ script });
    await page.goto('/lupa-sandi');
    await page
      .locator('form')
      .evaluate((form: HTMLFormElement) => (form.noValidate = true))
      .catch(() => undefined);
    await page.getByLabel('Alamat surel').fill(script ? 'bukan alamat' : 'bukan@alamat');
    await page.getByRole('button', { name: 'Kirim tautan' }).click();
    await page.locator('.invalid-feedback').waitFor();
    const field = page.getByLabel('Alamat surel');
    expect(await field.inputValue()).toContain('bukan');
    expect(await field.getAttribute('autofocus')).not.toBeNull();
    if (script) expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/text/tokens.js';
import { axe, overflow, picture, signIn, widths } from './support/browser.js';
import {
  first,
  offered,
  second,
  sharedDevice,
  take,
  typeText,
  type SharedDevice,
} from './support/shared-device.js';

let device: SharedDevice;

beforeAll(async () => {
  device = await sharedDevice();
}, 90_000);
afterAll(() => device.app.close());

/** Every page that keeps what is typed, with a field to type in. */
const places: [name: string, path: () => string, field: string, saving: string][] = [
  [
    'a summary',
    () => `/kunjungan/${device.visit.id}/ringkasan`,
    '#outcomes',
    'button[value=simpan]:not(.visually-hidden)',
  ],
  ['a new note', () => '/praktik-baik/baru', '#context', 'button[value=draft]'],
  ['a note', () => `/praktik-baik/${device.note}/ubah`, '#context', 'button[value=stay]'],
  ['a unit', () => '/upt/bapas-purwokerto/ubah', '#address', '.btn-primary[type=submit]'],
  ['a booking', () => '/kunjungan/baru', '#purpose', 'button[value=draf]'],
];
describe('what somebody typed and did not save', () => {
  test.each(places)(
    'in %s is offered to them alone, and goes when it is saved',
    async (_, path, field, saving) => {
      const words = `Tulisan ${newId()} di jalan`;
      const { page, context } = await device.app.signedIn(first);
      await typeText(page, path(), field, words);
      await device.endSessions();
      await signIn(page, second);
      await page.goto(path());
      expect(await offered(page).count()).toBe(0);
      expect(await page.content()).not.toContain(words);

      await context.clearCookies();
      await signIn(page, first);
      await page.goto(path());
      await take(page).click();
      await page.waitForLoadState();
      expect(await page.locator(field).inputValue()).toBe(words);
      if (saving.includes('draf]')) return;
      await page.locator(saving).last().click();
      await page.waitForURL((url) => url.pathname !== path() || url.search !== '');
      await page.goto(path());
      expect(await offered(page).count()).toBe(0);
      await context.close();
    },
    60_000,
  );

  test('stays when a colleague saves the same, and says so', async () => {
    const [, path, field, saving] = places[0] ?? places[1]!;
    const words = `Tulisan ${newId()} saya`;
    const one = await device.app.signedIn(first);
    await typeText(one.page, path(), field, words);
    const two = await device.app.signedIn(second);
    await two.page.goto(path());
    await two.page.locator(field).fill('Tulisan rekan');
    await two.page.locator(saving).last().click();
    await two.page.waitForURL('**info=simpan*');
    await one.page.goto(path());
    await one.page.getByText('Sesudah itu isian ini disimpan lagi').waitFor();
    await take(one.page).click();
    expect(await one.page.locator(field).inputValue()).toBe(words);
    for (const { context } of [one, two]) await context.close();
  }, 60_000);

  test('in one tab stays when another tab is saved', async () => {
    const [, path, field, saving] = places[2]!;
    const { page, context } = await device.app.signedIn(first);
    await typeText(page, path(), field, 'Tulisan tab satu');
    const other = await context.newPage();
    await other.goto(path());
    await other.locator(field).fill('Tulisan tab dua');
    await other.locator(saving).last().click();
    await other.waitForURL((url) => url.pathname !== path());
    await page.reload();
    await take(page).click();
    expect(await page.locator(field).inputValue()).toBe('Tulisan tab satu');
    await context.close();
  }, 60_000);
});

test('a form filled in before another signed in is not stored in their name, and nothing of it is lost', async () => {
  const words = `Maksud ${newId()} yang panjang`;
  const { page, context } = await device.app.signedIn(first);
  await typeText(page, '/kunjungan/baru?tuan=rutan-banjarnegara', '#purpose', words);
  await page.locator('#title').fill('Kunjungan milik yang pertama');
  await device.endSessions();
  const tab = await context.newPage();
  await signIn(tab, second);
  await page.locator('button[value=draf]').first().click();
  await page.getByRole('heading', { name: 'Formulir ini milik orang lain' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain(`Petugas ${first}`);
  expect(await page.locator('textarea').first().inputValue()).toMatch(/Maksud|Kunjungan milik/);
  expect(await page.content()).toContain(words);
  expect(await overflow(page)).toBe(0);
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look });
    expect(await axe(page)).toEqual([]);
    for (const width of ['phone', 'desk'] as const) {
      await page.setViewportSize({ width: widths[width], height: 800 });
      expect(await overflow(page)).toBe(0);
      await picture(page, `formulir-orang-lain-${width}-${look}`);
    }
  }
  expect(
    await device.app.database.query('SELECT 1 FROM visit WHERE title = $1', ['Kunjungan milik yang pertama']),
  ).toEqual([]);
  await page.getByRole('button', { name: `Keluar, lalu masuk sebagai Petugas ${first}` }).click();
  await page.waitForURL('**/masuk?*');
  await signIn(page, first, false);
  await page.goto('/kunjungan/baru');
  await take(page).click();
  await page.waitForLoadState();
  expect(await page.locator('#purpose').inputValue()).toBe(words);
  await context.close();
}, 60_000);

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { usualPeople } from '../support/people.js';
import { confirmed, create, type ShownVisit } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const regional = 'kanwil@jateng.test';
let app: BrowserApp;
let visit: ShownVisit;
let draft: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  const people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host);
  draft = await create(app, people.guest, { title: 'Belum diajukan' });
}, 60_000);
afterAll(() => app.close());

/** Opens a page and waits for its fields to have their comfort. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('[data-calendar]').first().focus();
  await page.locator('html.reads-dates').waitFor();
};
const newPromise = () => `/tindak-lanjut/baru?kunjungan=${visit.id}`;
const due = (page: Page) => page.getByRole('textbox', { name: 'Paling lambat' });
const fault = (page: Page) => page.locator('#dueOn-fault');
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Pilih tanggal: Paling lambat' });
/** What the keys are at. */
const here = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

/** A browser that shows its own fields in English, as `10/05/2025` and `09:00 AM`. */
const english = { locale: 'en-US' } as const;

describe('In a browser that is set to English', () => {
  test('what is typed is written out in Indonesian, or refused beside the field at once', async () => {
    const { page, troubles } = await app.signedIn(guest, english);
    await open(page, newPromise());
    await due(page).fill('5/1/2026');
    await page.keyboard.press('Tab');
    expect(await due(page).inputValue()).toBe('5 Januari 2026');
    expect(await page.locator('#dueOn-read').innerText()).toBe('Hari Senin');
    await due(page).fill('Selasa, 5 Januari 2026');
    await page.keyboard.press('Tab');
    expect(await fault(page).innerText()).toBe('5 Januari 2026 hari Senin, bukan Selasa.');
    expect(await due(page).getAttribute('aria-invalid')).toBe('true');
    expect(await due(page).getAttribute('aria-describedby')).toContain('dueOn-fault');
    expect(await due(page).inputValue()).toBe('Selasa, 5 Januari 2026');
    await due(page).fill('besok');
    await page.keyboard.press('Tab');
    expect(await due(page).inputValue()).toBe('21 Oktober 2025');
    expect(await fault(page).count()).toBe(0);
    expect(await due(page).getAttribute('aria-invalid')).toBeNull();
    expect(troubles).toEqual([]);
  });

  test('a date is chosen by keyboard alone', async () => {
    const { page, troubles } = await app.signedIn(guest, english);
    await open(page, newPromise());
    await due(page).fill('30 okt 2025');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Pilih tanggal: Paling lambat',
    );
    await page.keyboard.press('Enter');
    await chooser(page).waitFor();
    const walk: [key: string, at: string][] = [
      ['ArrowRight', 'Jumat, 31 Oktober 2025'],
      ['ArrowRight', 'Sabtu, 1 November 2025'],
      ['ArrowUp', 'Sabtu, 25 Oktober 2025'],
      ['ArrowDown', 'Sabtu, 1 November 2025'],
      ['Home', 'Senin, 27 Oktober 2025'],
      ['End', 'Minggu, 2 November 2025'],
      ['PageDown', 'Selasa, 2 Desember 2025'],
      ['Shift+PageDown', 'Rabu, 2 Desember 2026'],
      ['Shift+PageUp', 'Selasa, 2 Desember 2025'],
      ['PageUp', 'Minggu, 2 November 2025'],
      ['ArrowLeft', 'Sabtu, 1 November 2025'],
    ];
    expect(await here(page)).toBe('Kamis, 30 Oktober 2025');
    for (const [key, at] of walk) {
      await page.keyboard.press(key);
      expect([key, await here(page)]).toEqual([key, at]);
    }
    expect(await page.locator('.chooser-title').innerText()).toBe('November 2025');
    expect(await page.locator('.chooser th').allInnerTexts()).toEqual([
      'Sen',
      'Sel',
      'Rab',
      'Kam',
      'Jum',
      'Sab',
      'Min',
    ]);
    await page.keyboard.press('Escape');
    await page.locator('dialog.chooser').waitFor({ state: 'detached' });
    expect(await due(page).inputValue()).toBe('30 Oktober 2025');
    await page.keyboard.press('Enter');
    expect(await page.locator('[aria-selected=true]').getAttribute('aria-label')).toBe(
      'Kamis, 30 Oktober 2025',
    );
    expect(await page.locator('[aria-current=date]').getAttribute('aria-label')).toBe(
      'Senin, 20 Oktober 2025',
    );
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    expect(await due(page).inputValue()).toBe('30 November 2025');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-chooses'))).toBe('dueOn');
    expect(troubles).toEqual([]);
  });

  test('a time is chosen among half hours, and hours are read as people write them', async () => {
    const { page, troubles } = await app.signedIn(guest, english);
    await open(page, `/kunjungan/${draft.id}/ubah`);
    const from = page.getByLabel('Mulai (WIB)');
    for (const [typed, written] of [
      ['9', '09.00'],
      ['0930', '09.30'],
      ['14:05', '14.05'],
    ] as const) {
      await from.fill(typed);
      await page.keyboard.press('Tab');
      expect(await from.inputValue()).toBe(written);
    }
    await from.fill('2 PM');
    await page.keyboard.press('Tab');
    expect(await page.locator('#from-fault').innerText()).toContain('seperti 14.00');
    await from.fill('8.10');
    await page.getByRole('button', { name: 'Pilih jam: Mulai (WIB)' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await here(page)).toBe('08.00');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await from.inputValue()).toBe('10.30');
    expect(troubles).toEqual([]);
  });

  test('a period is chosen by month, and a wrong one says beside its field what is shown', async () => {
    const { page, troubles } = await app.signedIn(regional, english);
    await open(page, '/sinergi');
    const from = page.getByLabel('Dari bulan');
    expect(await from.inputValue()).toBe('Januari 2025');
    await from.fill('Oktobr 2025');
    await page.keyboard.press('Tab');
    await page.getByText('“Oktobr 2025” belum dapat dipakai. Yang tampil: Desember 2025.').waitFor();
    expect(await page.locator('#dari-fault').innerText()).toBe('Tulis bulan seperti Oktober 2025.');
    await page.getByRole('button', { name: 'Pilih bulan: Dari bulan' }).click();
    await page.getByRole('gridcell', { name: 'Oktober 2025' }).click();
    await page.getByText('belum dapat dipakai').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('dari')).toBe('Oktober 2025');
    expect(await page.locator('#dari-fault').count()).toBe(0);
    await page.reload();
    expect(await from.inputValue()).toBe('Oktober 2025');
    expect(troubles).toEqual([]);
  });
});

test('by touch on a phone every target is large enough, and days that do not count are shut', async () => {
  const { page, troubles } = await app.signedIn(guest, { ...english, width: 'phone' });
  await open(page, newPromise());
  await page.getByRole('button', { name: 'Pilih tanggal: Paling lambat' }).tap();
  await chooser(page).waitFor();
  const small = await page.locator('.chooser button, .chooser [role=gridcell]').evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width < 44 || height < 44 ? [`${each.textContent} ${width}×${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Bulan berikutnya' }).tap();
  await page.getByRole('gridcell', { name: 'Jumat, 14 November 2025' }).tap();
  expect(await due(page).inputValue()).toBe('14 November 2025');
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#dueOn')!.dataset['latest'] = '2025-11-14';
  });
  await page.getByRole('button', { name: 'Pilih tanggal: Paling lambat' }).tap();
  const shut = page.getByRole('gridcell', { name: 'Sabtu, 15 November 2025' });
  expect(await shut.getAttribute('aria-disabled')).toBe('true');
  await shut.tap({ force: true });
  expect(await chooser(page).count()).toBe(1);
  await page.touchscreen.tap(10, 10);
  expect(await chooser(page).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('without script the same words are read by the server, and wrong ones are kept', async () => {
  const { page } = await app.signedIn(guest, { ...english, script: false });
  await page.goto(newPromise());
  expect(await page.locator('.calendar-choose').isVisible()).toBe(false);
  await page.getByLabel('Apa yang akan dilakukan').fill('Demplot sayuran');
  await page.getByLabel('Penanggung jawab').first().fill('Sari');
  await due(page).fill('akhir bulan');
  await page.getByRole('button', { name: 'Catat tindak lanjut' }).click();
  expect(await due(page).inputValue()).toBe('akhir bulan');
  expect(await fault(page).innerText()).toBe('Tulis tanggal seperti 5 Oktober 2025.');
  await due(page).fill('jumat 31 okt');
  await page.getByRole('button', { name: 'Catat tindak lanjut' }).click();
  await page.getByText('Jumat, 31 Oktober 2025').first().waitFor();
});

describe('How it looks', () => {
  test.each([
    ['desk', 'light'],
    ['desk', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s in the %s nothing stands in the way', async (width, look) => {
    const { page, troubles } = await app.signedIn(guest, { ...english, width, look });
    await open(page, `/kunjungan/${draft.id}/ubah`);
    await page.getByLabel('Selesai (WIB)').fill('jam dua');
    await page.keyboard.press('Tab');
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await picture(page, `calendar-fields-${width}-${look}`);
    for (const name of ['Pilih tanggal: Hari', 'Pilih jam: Mulai (WIB)']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      expect(await axe(page)).toEqual([]);
      await page.screenshot({
        path: `${process.env['PICTURES_DIR'] ?? 'data/pictures'}/chooser-${name.slice(6, 9)}-${width}-${look}.png`,
      });
      await page.getByRole('button', { name: 'Tutup' }).click();
    }
    expect(troubles).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/text/tokens.js';
import { api } from '../support/api-client.js';
import { PASSWORD } from '../support/people.js';
import { axe, overflow, picture, widths } from './support/browser.js';
import { answerNotes, badge, dayDevice, UNSENT, writeNote, type DayDevice } from './support/day-device.js';
import { first } from './support/shared-device.js';

let device: DayDevice;

beforeAll(async () => {
  device = await dayDevice();
}, 90_000);
afterEach(() => device.end());
afterAll(() => device.app.close());

describe('what the server refuses', () => {
  test('is kept and told with what to do, on pages of its own', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    const release = await answerNotes(context, {
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 409, title: 'Ditutup', detail: 'Kunjungan ini sudah ditutup.' }),
    });
    await writeNote(page, words);
    await page.locator('#belum-terkirim').getByText('Kunjungan ini sudah ditutup.').waitFor();
    await page.goto('/');
    await page.getByText('1 catatan dari perangkat ini tidak dapat disimpan').waitFor();
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look });
      for (const width of ['phone', 'desk'] as const) {
        await page.setViewportSize({ width: widths[width], height: 800 });
        await page.goto('/');
        await badge(page).waitFor();
        expect([await overflow(page), await axe(page)]).toEqual([0, []]);
        await picture(page, `belum-terkirim-beranda-${width}-${look}`);
        await page.goto(UNSENT);
        await page.getByText(words).waitFor();
        expect([await overflow(page), await axe(page)]).toEqual([0, []]);
        await picture(page, `belum-terkirim-${width}-${look}`);
        await page.goto(device.dayPath);
        await page.locator('#belum-terkirim').getByText(words).waitFor();
        expect([await overflow(page), await axe(page)]).toEqual([0, []]);
        await picture(page, `hari-ini-ditolak-${width}-${look}`);
      }
    }
    await page.goto(UNSENT);
    const item = page.locator('[data-waiting]');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await item.getByRole('button', { name: 'Salin teks' }).click();
    await item.getByRole('button', { name: 'Tersalin' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words);
    expect(await device.stored(words)).toEqual([]);
    await page.locator('.site-leave').click();
    const dialog = page.getByRole('dialog', { name: 'Ada yang belum terkirim' });
    await dialog.getByRole('link', { name: '1 catatan hari kunjungan tidak dapat disimpan' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Kirim sekarang, lalu keluar' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Batal' }).click();
    await release();
    await item.getByRole('button', { name: 'Coba kirim lagi' }).click();
    await device.untilStored(page, words);
    await page.getByText('Tidak ada yang menunggu').waitFor();
    await badge(page).waitFor({ state: 'detached' });
  }, 120_000);

  test('is no answer of somebody else on the way', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    const body = '<h1>Blocked by policy</h1>';
    const release = await answerNotes(context, { status: 403, contentType: 'text/html', body });
    await writeNote(page, words);
    await page.getByText('1 belum terkirim').waitFor();
    expect(await page.getByText('Tidak dapat disimpan').count()).toBe(0);
    await release();
    await page.goto('/upt');
    await device.untilStored(page, words);
  }, 60_000);
});

test('what was entered before the visit was closed is taken and marked, and so is what comes after', async () => {
  const [before, after] = [`Catatan ${newId()}`, `Catatan ${newId()}`];
  const { app, visit } = device;
  const { page, context } = await device.begin();
  await context.setOffline(true);
  await writeNote(page, before);
  await page.getByRole('button', { name: 'Sari: hadir', exact: true }).click();
  await page.getByText('2 belum terkirim').waitFor();
  app.clock.advance(60 * 60_000);
  const as = await app.signIn(first, PASSWORD);
  const path = { id: visit.id };
  const body = { version: 0, outcomes: 'Melihat kebun' };
  await api(app).put('/api/visits/{id}/summary', { as, path, body }).expect(200);
  await api(app)
    .post('/api/visits/{id}/summary/publish', { as, path, body: { version: 1 } })
    .expect(200);
  await context.setOffline(false);
  await device.untilStored(page, before);
  // The tap, too: a clock that goes on meanwhile makes it one of after the closing.
  await page.locator('#kiriman').getByText('belum terkirim').waitFor({ state: 'detached' });
  app.clock.advance(60_000);
  await page.getByLabel('Catatan', { exact: true }).fill(after);
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await device.untilStored(page, after);
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look });
    for (const width of ['phone', 'desk'] as const) {
      await page.setViewportSize({ width: widths[width], height: 800 });
      await page.goto(`/kunjungan/${visit.id}`);
      await page.getByText('Menyusul, diterima').first().waitFor();
      await page.getByText('Hadir (menyusul)').waitFor();
      expect([await overflow(page), await axe(page)]).toEqual([0, []]);
      await picture(page, `menyusul-${width}-${look}`);
      await page.goto(`/kunjungan/${visit.id}/ringkasan`);
      await page.getByText(/^Sejak ringkasan terbit tercatat: .*2 catatan/).waitFor();
      expect([await overflow(page), await axe(page)]).toEqual([0, []]);
      await picture(page, `ringkasan-menyusul-${width}-${look}`);
    }
  }
}, 120_000);

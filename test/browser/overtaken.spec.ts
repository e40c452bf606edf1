import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { axe, overflow, picture, widths } from './support/browser.js';
import { first, second, sharedDevice, type SharedDevice } from './support/shared-device.js';

let device: SharedDevice;

beforeAll(async () => {
  device = await sharedDevice();
}, 90_000);
afterAll(() => device.app.close());

describe('a form that somebody else was faster with', () => {
  test.each([true, false])(
    'shows both versions and stores what is taken of each (script: %s)',
    async (script) => {
      const path = `/praktik-baik/${device.note}/ubah`;
      const mine = await device.app.signedIn(first, { script });
      await mine.page.goto(path);
      const theirs = await device.app.signedIn(second, { script });
      await theirs.page.goto(path);
      await theirs.page.locator('#context').fill('Masalah menurut rekan');
      await theirs.page.locator('#result').fill('Hasil menurut rekan');
      await theirs.page.locator('button[value=stay]').click();
      await theirs.page.waitForURL('**info=simpan*');
      await mine.page.locator('#context').fill('Masalah menurut saya');
      await mine.page.locator('#result').fill('Hasil menurut saya');
      await mine.page.locator('button[value=stay]').click();
      await mine.page.getByRole('heading', { name: /Sudah disimpan Petugas/ }).waitFor();
      if (script) {
        for (const look of ['light', 'dark'] as const) {
          await mine.page.emulateMedia({ colorScheme: look });
          expect(await axe(mine.page)).toEqual([]);
          for (const width of ['phone', 'desk'] as const) {
            await mine.page.setViewportSize({ width: widths[width], height: 800 });
            expect(await overflow(mine.page)).toBe(0);
            await picture(mine.page, `dua-versi-${width}-${look}`);
          }
        }
      }
      await mine.page
        .getByRole('group', { name: 'Masalah' })
        .getByRole('radio', { name: /Yang tersimpan sekarang/ })
        .check();
      if (script) {
        // Who goes on typing takes the own one.
        const results = mine.page.getByRole('group', { name: 'Hasil' });
        await results.getByRole('radio', { name: /Yang tersimpan sekarang/ }).check();
        await mine.page.locator('#result').fill('Hasil menurut kami berdua');
        expect(await results.getByRole('radio', { name: /Isian Anda/ }).isChecked()).toBe(true);
      }
      await mine.page.locator('button[value=stay]').click();
      await mine.page.waitForURL('**info=simpan*');
      const [note] = await device.app.database.query('SELECT context, result FROM note WHERE id = $1', [
        device.note,
      ]);
      expect(note).toEqual({
        context: 'Masalah menurut rekan',
        result: script ? 'Hasil menurut kami berdua' : 'Hasil menurut saya',
      });
      for (const { context } of [mine, theirs]) await context.close();
    },
    60_000,
  );
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { usualPeople, type UsualPeople } from '../support/people.js';
import { colourful, photographed, visitedNow } from '../support/photos.js';
import type { ShownVisit } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';

let app: BrowserApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

/** A visit with photos: one that is chosen, one with a telephone number in its caption, one that waits. */
async function withAlbum(): Promise<{ visit: ShownVisit; ids: string[]; path: string }> {
  const visit = await visitedNow(app, people.guest, people.host);
  const content = await colourful();
  const ids: string[] = [];
  for (const [text, cleared] of [
    ['Kepala Bapas meninjau kebun cabai di Rutan Banjarnegara', true],
    ['Penjelasan kolam lele, hubungi 0812-3456-7890', true],
    ['', false],
  ] as const) {
    app.clock.advance(60_000);
    ids.push(await photographed(app, { visit: visit.id, by: people.guest, content, text, cleared }));
  }
  await request(app.server)
    .put(`/api/visits/${visit.id}/album`)
    .set(people.guest)
    .send({ version: 0, photos: [{ id: ids[0], chosen: true }] })
    .expect(200);
  return { visit, ids, path: `/kunjungan/${visit.id}/foto` };
}

const order = (page: Page): Promise<string[]> =>
  page
    .locator('#album input[name=order]')
    .inputValue()
    .then((value) => value.split(','));
const stored = async (visit: ShownVisit): Promise<string[]> => {
  const { body } = await request(app.server)
    .get(`/api/visits/${visit.id}/album`)
    .set(people.guest)
    .expect(200);
  return (body as { photos: { id: string }[] }).photos.map(({ id }) => id);
};

test('photos are moved by key and dragged, and stored once somebody saves', async () => {
  const { visit, ids, path } = await withAlbum();
  const [a = '', b = '', c = ''] = ids;
  const { page, troubles } = await app.signedIn(guest);
  await page.goto(path);
  await page.locator('.album-drags .album-handle').first().waitFor();
  await page.locator(`#turun-${a}`).focus();
  await page.keyboard.press('Enter');
  expect(await order(page)).toEqual([b, a, c]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`turun-${a}`);
  expect(await page.locator('#album-kabar').innerText()).toContain('foto ke-2');
  expect(await stored(visit)).toEqual([a, b, c]);
  // Another photo that is chosen and comes before becomes the cover as one looks.
  await page.locator(`#chosen-${b}`).check();
  expect(await page.locator(`#foto-${b} [data-cover]`).isVisible()).toBe(true);
  expect(await page.locator(`#foto-${a} [data-cover]`).isVisible()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 2600 });
  const middleOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const from = await middleOf(`#foto-${c} .album-handle`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const isFirst = (): Promise<boolean> =>
    page.evaluate((id) => document.querySelector('[data-photo]')?.id === `foto-${id}`, c);
  // Photos make room while one is dragged over them, so each is aimed at where it then is, until it has given way.
  for (const photo of [a, b]) {
    for (let nudge = 0; nudge < 20 && !(await isFirst()); nudge++) {
      const { y } = await middleOf(`#foto-${photo}`);
      await page.mouse.move(from.x + (nudge % 2), y - 20, { steps: 8 });
      if (nudge > 4 && photo === a) break;
    }
  }
  await page.mouse.up();
  expect((await order(page))[0]).toBe(c);
  const arranged = await order(page);
  await page.getByRole('button', { name: 'Simpan album' }).click();
  await page.getByText('Album tersimpan.').waitFor();
  expect(await stored(visit)).toEqual(arranged);
  expect(troubles).toEqual([]);
});

test('a face is boxed by mouse and keys, and blurred for good', async () => {
  const { visit, ids, path } = await withAlbum();
  const { page, troubles } = await app.signedIn(guest);
  await page.goto(`${path}/${ids[2]}/samarkan`);
  const stage = page.locator('.blur-drawing');
  await stage.locator('img').evaluate((img: HTMLImageElement) => img.decode());
  await stage.scrollIntoViewIfNeeded();
  const area = await stage.boundingBox();
  if (!area) throw new Error('no stage');
  const at = (x: number, y: number): [number, number] => [area.x + area.width * x, area.y + area.height * y];
  await page.mouse.move(...at(0.2, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.move(...at(0.4, 0.5));
  await page.mouse.up();
  const number = async (name: string) => Number(await page.locator(`input[name="${name}"]`).inputValue());
  const box = async (row: number) =>
    Promise.all(['x', 'y', 'width', 'height'].map((name) => number(`${name}-${row}`)));
  const [x = 0, y = 0, width = 0, height = 0] = await box(1);
  for (const [is, wanted] of [
    [x, 20],
    [y, 20],
    [width, 20],
    [height, 30],
  ] as const)
    expect(Math.abs(is - wanted)).toBeLessThan(1.5);
  // The box that was drawn has the focus.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const moved = await box(1);
  expect(moved.map((value, index) => Math.round(value - ([x, y, width, height][index] ?? 0)))).toEqual([
    1, 0, 0, 1,
  ]);
  await page.getByRole('button', { name: 'Tambah kotak' }).click();
  expect(await box(2)).toEqual([40, 35, 20, 30]);
  await page.keyboard.press('Delete');
  expect(await page.locator('.blur-box').count()).toBe(1);
  await page.getByText('Kotak dalam angka').click();
  await page.locator('input[name="x-1"]').fill('50');
  expect(await page.locator('.blur-box').getAttribute('aria-label')).toContain('50% dari kiri');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pratinjau' }).click();
  await page.locator('.blur-preview').evaluate((img: HTMLImageElement) => img.decode());
  expect(await page.locator('.blur-box').count()).toBe(1);
  await page.getByRole('button', { name: 'Samarkan untuk selamanya' }).click();
  await page.getByText('Bagian foto itu disamarkan').waitFor();
  expect(await stored(visit)).toHaveLength(3);
  expect(troubles).toEqual([]);
});

test.each([
  ['phone', 'light', true],
  ['phone', 'dark', true],
  ['desk', 'light', true],
  ['desk', 'dark', true],
  ['phone', 'light', false],
] as const)('the pages are read on a %s, %s, with script: %s', async (width, look, script) => {
  const { ids, path } = await withAlbum();
  const { page, troubles } = await app.signedIn(guest, { width, look, script });
  for (const [name, address] of [
    ['album', path],
    ['samarkan', `${path}/${ids[0]}/samarkan`],
  ] as const) {
    await page.goto(address);
    expect(await overflow(page)).toBe(0);
    if (script) expect(await axe(page)).toEqual([]);
    await picture(page, `${name}-${width}-${look}-${script ? 'skrip' : 'tanpa'}`);
  }
  expect(troubles).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pageOf } from '../support/participant-links.js';
import { usualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
}, 60_000);
afterAll(() => app.close());

test('words without a blank break on a phone: of titles, names and places, for everybody in a visit', async () => {
  const { guest, host } = await usualPeople(app);
  const word = (letter: string) => letter.repeat(120);
  const email = 'panjang@contoh.test';
  const visit = await confirmed(app, guest, host, {
    title: `Kebun ${word('T')}`,
    purpose: word('P'),
    participants: [
      { name: word('N'), email, position: word('J'), office: word('O'), side: 'guest', role: 'leader' },
      { name: word('H'), phone: '081234567890', side: 'guest', role: 'member' },
    ],
  });
  await app.settle();
  const officer = await app.signedIn('petugas@tamu.test', { width: 'phone' });
  for (const rest of ['', '/peserta']) {
    await officer.page.goto(`/kunjungan/${visit.id}${rest}`);
    expect([rest, await overflow(officer.page)]).toEqual([rest, 0]);
  }
  await officer.page.goto(`/kunjungan/${visit.id}`);
  await officer.page.getByRole('button', { name: /^WhatsApp ke/ }).click();
  await officer.page.waitForURL('**/pesan');
  expect(await overflow(officer.page)).toBe(0);
  const { page } = await app.visitor({ width: 'phone' });
  const own = (await pageOf(app, email)).replace(/^http:\/\/[^/]+/, '');
  for (const rest of ['', '/kalender']) {
    await page.goto(`${own}${rest}`);
    expect([rest, await overflow(page)]).toEqual([rest, 0]);
  }
}, 120_000);

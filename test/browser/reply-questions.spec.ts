import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ReceiveMail } from '../../src/replies/index.js';
import { AddressFaults } from '../../src/platform/mail/address-faults.js';
import { signedIn as account } from '../support/people.js';
import { clientReplies, returnAddressOf, schedulingMail } from '../support/replies.js';
import { confirmed, type ShownVisit } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'guest', role: 'member' };
let app: BrowserApp;
let visit: ShownVisit;

const receive = (mail: string) => app.app.get(ReceiveMail).execute(Buffer.from(mail));

beforeAll(async () => {
  app = await startBrowserApp();
  const guest = await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
  const host = await account(app, {
    email: 'petugas@tuan.test',
    role: 'officer',
    unit: 'rutan-banjarnegara',
  });
  visit = await confirmed(app, guest, host, { participants: [sari, tono] });
  await app.settle();
  const facts = { uid: visit.id, sequence: 0, stamp: '20251020T013000Z' };
  await receive(clientReplies.Gmail({ ...sari, ...facts, status: 'DECLINED' }));
  await receive(
    schedulingMail(tono, 'COUNTER', [
      ...[`UID:${visit.id}`, 'DTSTART:20251103T020000Z', 'DTEND:20251103T050000Z'],
      ...['COMMENT:Ada rapat di https://jahat.test/masuk', `ATTENDEE:mailto:${tono.email}`],
    ]),
  );
  const to = await returnAddressOf(app, visit.id, tono.email);
  await receive(
    `From: ${tono.email}\r\nTo: ${to}\r\nSubject: Re: Undangan\r\n\r\nSiap, saya hadir. Terima kasih.\r\n`,
  );
  await app.app.get(AddressFaults).mark(sari.email, '5.1.1');
}, 60_000);
afterAll(() => app.close());

test.each([
  ['desk', 'light'],
  ['desk', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)(
  'on a %s in the %s the mails that wait are read, with nothing in the way',
  async (width, look) => {
    const { page, troubles } = await app.signedIn(email, { width, look });
    await page.goto(`/kunjungan/${visit.id}`);
    const card = page.locator('#surat-masuk');
    expect(await card.locator('li').count()).toBe(3);
    expect(await card.locator('a').count()).toBe(0);
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, `reply-questions-${width}-${look}`);
    expect(troubles).toEqual([]);
  },
);

test('without script an answer is vouched for, and an address said to be right', async () => {
  const { page } = await app.signedIn(email, { script: false });
  await page.goto(`/kunjungan/${visit.id}`);
  const question = page.locator('#surat-masuk li', { hasText: 'berhalangan hadir?' });
  await question.getByRole('button', { name: 'Ya, catat jawaban ini' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Alamat sudah benar: Sari' }).click();
  await page.getByText('Surel tidak sampai').waitFor({ state: 'detached' });
});

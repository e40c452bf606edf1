import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { Outbox } from '../src/platform/mail/outbox.js';
import type { OutgoingMail } from '../src/platform/mail/outgoing-mail.js';
import { startApp, type TestApp } from './support/app.js';
import { TestSmtp } from './support/smtp.js';

const smtp = new TestSmtp();
let app: TestApp;

beforeAll(async () => {
  await smtp.listen();
  app = await startApp({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

/** Posts a mail and has it leave; its header as it arrived, null when it did not. */
async function arrived(key: string, more: Partial<OutgoingMail> = {}): Promise<string | null> {
  smtp.received.length = 0;
  await app.app.get(Outbox).post({
    key,
    stream: null,
    to: { name: 'Sari', email: 'Sari@contoh.test' },
    subject: key,
    text: 'Isi',
    html: '<p>Isi</p>',
    ...more,
  });
  await app.settle();
  const [source = ''] = smtp.received.map((mail) => mail.source.split('\r\n\r\n')[0]);
  return source === '' ? null : source.replace(/\r\n[ \t]+/g, ' ');
}
const pathIn = (head: string | null): string =>
  new URL(/^List-Unsubscribe: <([^>]+)>/m.exec(head ?? '')?.[1] ?? '').pathname;
const stateOf = async (key: string) =>
  (await app.database.query<{ state: string }>('SELECT state FROM mail WHERE key = $1', [key]))[0]?.state;

test('a reminder is refused with one click and without an account, and wanted again', async () => {
  const head = await arrived('satu', { bulk: 'reminder' });
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const path = pathIn(head);
  expect(pathIn(await arrived('dua', { bulk: 'reminder' }))).toBe(path);

  // Scanners of mail open every address.
  const page = await request(app.server).get(path).set('accept', 'text/html').expect(200);
  expect(page.text).toContain('Berhenti menerima');
  expect(await arrived('tiga', { bulk: 'reminder' })).not.toBeNull();

  const refused = await request(app.server)
    .post(path)
    .type('form')
    .send('List-Unsubscribe=One-Click')
    .expect(200);
  expect(refused.text).toContain('tidak lagi dikirim ke sari@contoh.test');
  expect(await arrived('empat', { bulk: 'reminder' })).toBeNull();
  expect(await stateOf('empat')).toBe('suppressed');
  expect(await arrived('lima', { bulk: 'digest' })).not.toBeNull();
  expect(await arrived('enam')).not.toContain('List-Unsubscribe');

  const [, again] = /action="([^"]+\/batal)"/.exec(refused.text) ?? [];
  await request(app.server).post(String(again)).type('form').send('').expect(200);
  expect(await arrived('tujuh', { bulk: 'reminder' })).not.toBeNull();
});

test('a link that nobody has is not found, whatever it asks', async () => {
  const path = `/berhenti/${'a'.repeat(43)}`;
  await request(app.server).get(path).expect(404);
  await request(app.server).post(path).expect(404);
  await request(app.server).post(`${path}/batal`).expect(404);
});

test('mails of one stream to one person are one thread, which nobody else’s mail is in', async () => {
  const stream = '0199a5b4-1111-7000-8000-000000000002';
  const first = await arrived('utas:1', { stream });
  expect(first).not.toContain('In-Reply-To');
  const id = /^Message-ID: (\S+)/im.exec(first ?? '')?.[1] ?? 'none';
  for (const key of ['utas:2', 'utas:3']) {
    const head = await arrived(key, { stream });
    expect(head).toContain(`In-Reply-To: ${id}`);
    expect(head).toContain(`References: ${id}`);
  }
  const other = await arrived('utas:4', { stream, to: { name: 'Budi', email: 'budi@contoh.test' } });
  expect(other).not.toContain('In-Reply-To');
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { MailSamples } from '../src/platform/mail/mail-samples.js';
import { MailUpkeep } from '../src/platform/mail/mail-upkeep.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { OvertakenMails } from '../src/platform/mail/overtaken-mails.js';
import { newReturnToken, newSecret } from '../src/platform/text/tokens.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import { TestSmtp } from './support/smtp.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

/** 43 letters of base64url, or 26 of Base32 after a plus, folded or not: what a secret looks like, told once more. */
const SECRET = /(?<![\w-])[\w-]{43}(?![\w-])|\+(?:(?:\r?\n[ \t])?[a-z2-7]){26}(?:\r?\n[ \t])?@/i;

let smtp: TestSmtp;
let app: TestApp;
let administrator: Header;

beforeAll(async () => {
  smtp = new TestSmtp();
  await smtp.listen();
  app = await startApp({ SMTP_URL: smtp.url });
  administrator = await signedIn(app, { email: 'admin@uji.test', role: 'administrator' });
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

const stored = (key: string): Promise<{ state: string; secrets: string; words: string }[]> =>
  app.database.query(
    `SELECT state, secrets, concat_ws(' ', body_text, body_html, calendar_content) AS words FROM mail WHERE key = $1`,
    [key],
  );

describe('A mail that was sent', () => {
  test('of every kind holds no secret any more, and its addressee got it whole', async () => {
    const samples = app.app.get(MailSamples, { strict: false }).all();
    const withSecrets: string[] = [];
    for (const { name, subject, text, html } of samples) {
      // Samples show made-up secrets in places where real mails have real ones.
      const filled = (body: string): string =>
        body.replace(
          /\/(sandi|jawab|masukan|balas|kalender)\/[\w-]+/g,
          (_all, kind) => `/${kind}/${newSecret()}`,
        );
      const mail = { text: filled(text), html: filled(html) };
      if (SECRET.test(mail.text)) withSecrets.push(name);
      const key = `contoh:${name}`;
      const to = { name: 'Sari', email: `${name}@contoh.test` };
      await app.app.get(Outbox).post({ key, stream: null, to, subject, ...mail });
    }
    await app.settle();
    expect(withSecrets.length).toBeGreaterThan(3);
    for (const { name } of samples) {
      const [mail] = await stored(`contoh:${name}`);
      expect([name, mail?.state, SECRET.test(mail?.words ?? '')]).toEqual([name, 'sent', false]);
      expect(mail?.secrets).toBe(withSecrets.includes(name) ? 'redacted' : 'none');
    }
    expect(smtp.received.filter(({ to }) => to.endsWith('@contoh.test'))).toHaveLength(samples.length);
  });

  test('with a password link lets nobody in who reads the outbox', async () => {
    await request(app.server).post('/lupa-sandi').type('form').send({ email: 'admin@uji.test' });
    await app.settle();
    const [mail] = await app.database.query<{ text: string; html: string; state: string }>(
      `SELECT body_text AS text, body_html AS html, state FROM mail WHERE key LIKE 'password-link:%'`,
    );
    expect(mail?.state).toBe('sent');
    expect(mail?.text).toContain('/sandi/…');
    expect(SECRET.test(`${mail?.text} ${mail?.html}`)).toBe(false);
    const got = smtp.received.find(({ to }) => to === 'admin@uji.test')?.source.replace(/=\r?\n/g, '') ?? '';
    const [, link] = /(\/sandi\/[\w-]{43})/.exec(got) ?? [];
    await request(app.server)
      .get(link ?? 'none')
      .set('accept', 'text/html')
      .expect(200);
  });

  test('has no secret left in its calendar part, folded lines too', async () => {
    const token = newReturnToken();
    const content = `BEGIN:VCALENDAR\r\nORGANIZER:mailto:sambang+${token.slice(0, 9)}\r\n ${token.slice(9)}@contoh.test\r\nEND:VCALENDAR\r\n`;
    await app.app.get(Outbox).post({
      key: 'undangan',
      stream: null,
      to: { name: 'Sari', email: 'undangan@contoh.test' },
      subject: 'Undangan',
      text: 'x',
      html: 'x',
      calendar: { method: 'REQUEST', content },
    });
    await app.settle();
    const [mail] = await stored('undangan');
    expect(mail).toMatchObject({ state: 'sent', secrets: 'redacted' });
    expect(mail?.words).toContain('ORGANIZER:mailto:sambang@contoh.test');
  });
});

describe('A mail with a secret that was not sent', () => {
  const post = (key: string, to: string) =>
    app.app.get(Outbox).post({
      key,
      stream: 'aliran',
      to: { name: 'Sari', email: to },
      subject: key,
      text: `http://sambang.test/jawab/${newSecret()}`,
      html: 'x',
    });

  test('keeps it to be sent again, for thirty days; then it cannot be sent any more', async () => {
    smtp.onRecipient = (address) => (address === 'penuh@contoh.test' ? '550 5.5.0 penuh' : null);
    await post('gagal', 'penuh@contoh.test');
    await app.settle();
    expect(await stored('gagal')).toMatchObject([{ state: 'failed', secrets: 'held' }]);
    const [{ id } = { id: '' }] = await app.database.query<{ id: string }>(
      `SELECT id FROM mail WHERE key = 'gagal'`,
    );
    await api(app).post('/api/mails/{id}/resend', { as: administrator, path: { id } }).expect(200);
    await app.settle();
    app.clock.advance(31 * 86_400_000);
    await app.app.get(MailUpkeep).execute();
    const [mail] = await stored('gagal');
    expect([mail?.state, mail?.secrets, SECRET.test(mail?.words ?? '')]).toEqual([
      'failed',
      'redacted',
      false,
    ]);

    const again = await signedIn(app, { email: 'admin2@uji.test', role: 'administrator' });
    const refused = await api(app).post('/api/mails/{id}/resend', { as: again, path: { id } }).expect(409);
    expect(refused.body).toMatchObject({ code: 'mail-redacted' });
    const shown = await request(app.server)
      .get(`/surat/${id}`)
      .set(again)
      .set('accept', 'text/html')
      .expect(200);
    expect(shown.text).toContain('sudah dihapus dari simpanan');
    expect(shown.text).not.toContain('kirim-ulang');
  });

  test('loses it when it is withdrawn, and when it stayed from before', async () => {
    await post('ditarik:1', 'ditarik@contoh.test');
    await app.app.get(OvertakenMails).withdraw('aliran', 'ditarik:', null);
    await post('lama', 'lama@contoh.test');
    await app.database.query(`UPDATE mail SET state = 'sent', sent_at = $1 WHERE key = 'lama'`, [
      app.clock.now(),
    ]);
    await app.settle();
    for (const [key, state] of [
      ['ditarik:1', 'suppressed'],
      ['lama', 'sent'],
    ] as const) {
      const [mail] = await stored(key);
      expect([mail?.state, mail?.secrets, SECRET.test(mail?.words ?? '')]).toEqual([
        state,
        'redacted',
        false,
      ]);
    }
  });
});

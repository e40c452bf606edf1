import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { DeliverMails } from '../src/platform/mail/deliver-mails.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { ReceiveMail } from '../src/replies/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { clientReplies, returnAddressOf } from './support/replies.js';
import { TestSmtp } from './support/smtp.js';
import { confirmed } from './support/visits.js';

const IDN = 'orang@xn--kantr-mua.test';

const modern = new TestSmtp();
const old = new TestSmtp({ hideSMTPUTF8: true });
let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  await modern.listen();
  await old.listen();
  app = await startApp({ SMTP_URL: modern.url, LOG_LEVEL: 'error' });
  people = await usualPeople(app);
});
afterAll(async () => {
  await app.close();
  await modern.close();
  await old.close();
});

const mailTo = (email: string) => ({
  ...{ key: `uji:${email}`, stream: null, to: { name: 'José', email } },
  ...{ subject: 'Uji', text: 'Uji', html: '<p>Uji</p>' },
});

describe('An address with a domain beyond ASCII', () => {
  test('is stored in one form, sent to in ASCII and shown as people write it', async () => {
    const party = [
      { name: 'Orang', email: 'Orang@KANTÖR.test', side: 'guest', role: 'leader' },
      { name: 'José', email: 'josé@contoh.test', side: 'guest', role: 'member' },
    ];
    const visit = await confirmed(app, people.guest, people.host, { participants: party });
    expect(visit.participants.map(({ email }) => email)).toEqual([IDN, 'josé@contoh.test']);
    const again = await request(app.server)
      .post(`/api/visits/${visit.id}/participants`)
      .set(people.guest)
      .send({ ...party[0], email: IDN });
    expect(again.status).toBe(409);
    await app.settle();
    // The server of the test tells addresses as people write them; what it was sent stands in the header.
    expect(modern.reached).toEqual(expect.arrayContaining(['orang@kantör.test', 'josé@contoh.test']));
    const sent = modern.received.map(({ source }) => source).join('');
    expect(sent).toContain(`To: Orang <${IDN}>`);
    expect(sent).toContain('<josé@contoh.test>');
    const page = await request(app.server)
      .get(`/kunjungan/${visit.id}/peserta`)
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('orang@kantör.test');
    expect(page.text).not.toContain('xn--');
    const answers: (string | undefined)[] = [];
    for (const email of ['orang@kantör.test', 'josé@contoh.test']) {
      const stored = email.startsWith('orang') ? IDN : email;
      const to = await returnAddressOf(app, visit.id, stored);
      const reply = { name: 'Orang', email, uid: visit.id, sequence: 0, status: 'ACCEPTED', to };
      const mail = clientReplies.Gmail({ ...reply, stamp: '20251020T010500Z' });
      answers.push((await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome);
    }
    expect(answers).toEqual(['answer', 'answer']);
  });

  test.each([
    ['petugas@kantör.test', 'Petugas@KANTÖR.test', 'petugas@xn--kantr-mua.test'],
    ['josé@kantör.test', 'JOSÉ@xn--kantr-mua.test', 'jose\u0301@KANTÖR.test'],
  ])('signs in: %s, in whatever form it is typed', async (email, ...others) => {
    await signedIn(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
    for (const typed of [email, ...others]) await app.signIn(typed, PASSWORD);
    const path = '/api/people';
    const administrator = await signedIn(app, {
      email: `admin-${email.length}@uji.test`,
      role: 'administrator',
    });
    const invited = { name: 'Lagi', email: others[0], role: 'officer', unit: 'bapas-purwokerto' };
    const { status } = await request(app.server).post(path).set(administrator).send(invited);
    expect(status).toBe(409);
  });
});

describe('An address with letters beyond ASCII before its @', () => {
  test('fails softly where our server does not offer SMTPUTF8, and the administrator is told', async () => {
    const local = await startApp({ SMTP_URL: old.url, LOG_LEVEL: 'error' });
    const administrator = await signedIn(local, { email: 'admin@uji.test', role: 'administrator' });
    await local.app.get(Outbox).postAll([mailTo('josé@contoh.test'), mailTo(IDN)]);
    await local.app.get(DeliverMails).execute();
    expect(old.reached).toEqual(['orang@kantör.test']);
    const rows = await local.database.query<object>(
      `SELECT state, last_fate FROM mail WHERE recipient_email = 'josé@contoh.test'`,
    );
    expect(rows).toEqual([{ state: 'failed', last_fate: 'refused' }]);
    expect(await local.database.query('SELECT FROM address_fault')).toEqual([]);
    expect(await local.database.query('SELECT FROM mail_outage')).toEqual([]);
    const { body } = await api(local)
      .get('/api/mails', { as: administrator, query: { state: 'failed' } })
      .expect(200);
    expect(body.items[0]?.problem).toContain('tidak melayani alamat dengan huruf seperti itu');
    const start = await request(local.server)
      .get('/')
      .set(administrator)
      .set('accept', 'text/html')
      .expect(200);
    expect(start.text).toContain('Kirim ulang 1 surat yang gagal karena server surel');
    await local.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReturnedMails } from '../src/platform/mail/returned-mails.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { TestSmtp } from './support/smtp.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';

const MINUTE = 60_000;
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const budi = { name: 'Budi', email: 'budi@contoh.test', side: 'host', role: 'speaker' };

const smtp = new TestSmtp();
let app: TestApp;
let guest: Header;
let host: Header;
let administrator: Header;
let visit: ShownVisit;

beforeAll(async () => {
  await smtp.listen();
  app = await startApp({ SMTP_URL: smtp.url });
  ({ guest, host } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@uji.test', role: 'administrator' });
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

/** Time passes and what is due leaves, as far as the server takes it. */
async function pass(minutes = 20): Promise<void> {
  app.clock.advance(minutes * MINUTE);
  await app.settle();
}
const shown = async (): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const isDown = (email?: string) => {
  smtp.onRecipient = (address) => (email === undefined || address === email ? '451 4.3.0 nanti' : null);
};
const isUp = () => {
  smtp.onRecipient = () => null;
};
/** Calendar mails about the visit to somebody: method and state, oldest first. */
const told = async (email: string): Promise<string[]> =>
  (
    await app.database.query<{ line: string }>(
      `SELECT concat_ws(' ', calendar_method, state) AS line FROM mail
       WHERE stream = $1 AND recipient_email = $2 AND calendar_method IS NOT NULL ORDER BY position`,
      [visit.id, email],
    )
  ).map(({ line }) => line);
const remove = async (email: string) => {
  const participant = (await shown()).participants.find((each) => each.email === email);
  await api(app)
    .delete('/api/visits/{id}/participants/{participantId}', {
      as: guest,
      path: { id: visit.id, participantId: participant?.id },
    })
    .expect(204);
};
const cancel = async () => {
  app.clock.advance(MINUTE);
  return step(app, guest, await shown(), 'cancel', { reason: 'Berhalangan' });
};
const idOf = async (method: string): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>(
    `SELECT id FROM mail WHERE stream = $1 AND recipient_email = $2 AND calendar_method = $3 LIMIT 1`,
    [visit.id, sari.email, method],
  );
  return row?.id ?? '';
};
const resend = (id: string, status: number) =>
  api(app).post('/api/mails/{id}/resend', { as: administrator, path: { id } }).expect(status);

beforeEach(async () => {
  await app.database.query('DELETE FROM host_time');
  isUp();
  smtp.received.length = 0;
  await app.database.query('DELETE FROM mail_outage');
});

describe('What has not left when its cause is gone', () => {
  beforeEach(async () => {
    await pass();
    isDown();
    visit = await confirmed(app, guest, host, { participants: [sari, budi] });
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST queued']);
  });
  const leaves = async () => {
    isUp();
    smtp.received.length = 0;
    await pass(24 * 60);
    return smtp.received.map(({ to }) => to);
  };

  test('of a visit that was cancelled: neither invitation nor cancellation, and no word of the steps before', async () => {
    await cancel();
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken']);
    const received = await leaves();
    expect(received).not.toContain(sari.email);
    const notices = await app.database.query<{ subject: string; state: string }>(
      `SELECT DISTINCT split_part(subject, ':', 1) AS subject, state FROM mail
       WHERE stream = $1 AND calendar_method IS NULL ORDER BY subject`,
      [visit.id],
    );
    expect(notices).toContainEqual({ subject: 'Permintaan kunjungan', state: 'overtaken' });
    expect(notices).toContainEqual({ subject: 'Kunjungan dibatalkan', state: 'sent' });
  });

  test('of one that was changed: the invitation as it is now, once', async () => {
    const current = await shown();
    await api(app)
      .patch('/api/visits/{id}', {
        as: guest,
        path: { id: visit.id },
        body: { version: current.version, title: 'Judul baru' },
      })
      .expect(200);
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken', 'REQUEST queued']);
    await leaves();
    const mails = smtp.received.filter(({ to }) => to === sari.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.source).toMatch(/^Subject: Undangan: Judul baru/m);
  });

  test('of somebody who was removed: nothing', async () => {
    await remove(sari.email);
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken']);
    expect(await leaves()).not.toContain(sari.email);
    expect(await told(budi.email)).toEqual(['REQUEST sent']);
  });
});

describe('An invitation that was given up', () => {
  beforeEach(async () => {
    await pass();
    isDown(sari.email);
    visit = await confirmed(app, guest, host, { participants: [sari, budi] });
    await app.settle();
    await app.database.query(
      `UPDATE mail SET state = 'failed', last_error = 'x' WHERE stream = $1 AND state = 'queued'`,
      [visit.id],
    );
    isUp();
  });

  test('is sent again while it stands, and not after its visit was cancelled', async () => {
    const id = await idOf('REQUEST');
    await cancel();
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken']);
    const refused = await resend(id, 409);
    expect(refused.body).toMatchObject({ code: 'mail-overtaken' });
    const shownMail = await api(app).get('/api/mails/{id}', { as: administrator, path: { id } }).expect(200);
    expect(shownMail.body.state).toBe('overtaken');
  });

  test('and came back after its links were taken out is written anew', async () => {
    const id = await idOf('REQUEST');
    await resend(id, 200);
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST sent']);
    const [row] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE id = $1',
      [id],
    );
    await app.app.get(ReturnedMails).note(row?.message_id ?? '', '5.7.1');
    expect(await told(sari.email)).toEqual(['REQUEST failed']);
    await resend(id, 200);
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken', 'REQUEST sent']);
    await app.app.get(ReturnedMails).note(row?.message_id ?? '', '5.7.1');
    await cancel();
    await pass();
    expect(await told(sari.email)).toEqual(['REQUEST overtaken', 'REQUEST sent', 'CANCEL sent']);
  });
});

test('somebody whose account is suspended is not invited', async () => {
  const petugas = await signedIn(app, {
    email: 'tunda@tamu.test',
    role: 'officer',
    unit: 'bapas-purwokerto',
  });
  expect(petugas).toBeDefined();
  await app.database.query(`UPDATE person SET suspended_at = now() WHERE email = 'tunda@tamu.test'`);
  const suspended = { ...sari, name: 'Tunda', email: 'tunda@tamu.test', role: 'member' };
  visit = await confirmed(app, guest, host, { participants: [sari, suspended] });
  await pass();
  expect(await told(sari.email)).toEqual(['REQUEST sent']);
  expect(await told(suspended.email)).toEqual([]);
});

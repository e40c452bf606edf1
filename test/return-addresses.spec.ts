import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { readFeed, subscribeTo } from './support/feeds.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const budi = { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'member' };
const TOKEN = /\+[a-z2-7]{26}@/i;

beforeAll(async () => {
  app = await startApp({
    MAIL_FROM: 'Sambang <sambang@sambang.test>',
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'error',
  });
  people = await usualPeople(app);
});
afterAll(() => app.close());

const organizers = async (visit: ShownVisit, email: string): Promise<string[]> => {
  const rows = await app.database.query<{ content: string }>(
    `SELECT calendar_content AS content FROM mail
     WHERE stream = $1 AND recipient_email = $2 AND calendar_content IS NOT NULL ORDER BY position`,
    [visit.id, email],
  );
  return rows.map(({ content }) => {
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
    return String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('organizer'));
  });
};
/** What waits in the outbox has left: a mail that has not would be overtaken. Its secrets stay, to be read here. */
const leave = (visit: ShownVisit) =>
  app.database.query(
    `UPDATE mail SET state = 'sent', sent_at = created_at, secrets = 'none' WHERE stream = $1 AND state = 'queued'`,
    [visit.id],
  );
const latest = async (visit: ShownVisit): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const changePlace = async (visit: ShownVisit, place: string): Promise<void> => {
  const { version } = await latest(visit);
  await api(app)
    .patch('/api/visits/{id}', { as: people.host, path: { id: visit.id }, body: { place, version } })
    .expect(200);
  await app.settle();
};

test('each person has an organizer’s address of their own, the same from the invitation to the cancel', async () => {
  const visit = await confirmed(app, people.guest, people.host, { participants: [sari, budi] });
  await app.settle();
  await leave(visit);
  await changePlace(visit, 'Aula');
  await leave(visit);
  await step(app, people.guest, await latest(visit), 'cancel', { reason: 'x' });
  await app.settle();
  const [ofSari, ofBudi] = [await organizers(visit, sari.email), await organizers(visit, budi.email)];
  for (const all of [ofSari, ofBudi]) {
    expect(all).toHaveLength(3);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/^mailto:sambang\+[a-z2-7]{26}@sambang\.test$/);
  }
  expect(ofSari[0]).not.toBe(ofBudi[0]);
});

test('a calendar that was told the plain address keeps it', async () => {
  const visit = await confirmed(app, people.guest, people.host, {
    participants: [sari],
    startsAt: '2025-11-11T09:00:00+07:00',
    endsAt: '2025-11-11T12:00:00+07:00',
  });
  await app.settle();
  await app.database.query('UPDATE calendar_invitation SET organizer_is_personal = false');
  await changePlace(visit, 'Aula');
  expect((await organizers(visit, sari.email)).at(-1)).toBe('mailto:sambang@sambang.test');
});

test('no feed, no downloaded file and nobody who reads another’s mail sees a token', async () => {
  const visit = await confirmed(app, people.guest, people.host, {
    participants: [sari, budi],
    startsAt: '2025-11-12T09:00:00+07:00',
    endsAt: '2025-11-12T12:00:00+07:00',
  });
  await app.settle();
  const shown: string[] = [];
  for (const scope of ['me', 'unit'] as const) {
    shown.push(await readFeed(app, (await subscribeTo(app, people.guest, scope)).path));
  }
  const read = async (path: string, by = people.guest): Promise<void> => {
    const answer = await request(app.server).get(path).set(by).expect(200);
    shown.push(answer.text ?? String(answer.body));
  };
  await read(`/kunjungan/${visit.id}`);
  await read(`/api/visits/${visit.id}/invite.ics`);
  const administrator = await signedIn(app, { email: 'admin@sambang.test', role: 'administrator' });
  const mails = await app.database.query<{ id: string }>(
    'SELECT id FROM mail WHERE stream = $1 AND calendar_content IS NOT NULL',
    [visit.id],
  );
  expect(mails).toHaveLength(2);
  for (const { id } of mails) {
    for (const by of [people.guest, people.host, administrator]) {
      await read(`/api/mails/${id}`, by);
      await read(`/surat/${id}/undangan.ics`, by);
    }
  }
  for (const text of shown) expect(text).not.toMatch(TOKEN);
});

test('a mail leaves with the address of its recipient in the envelope, and of nobody else', async () => {
  const local = await startApp({ MAIL_FROM: 'Sambang <sambang@sambang.test>', LOG_LEVEL: 'error' });
  const { guest, host } = await usualPeople(local);
  const visit = await confirmed(local, guest, host, { participants: [sari, budi] });
  await local.settle();
  const folder = join(local.dataFolder, 'mails');
  const sent = await Promise.all(
    (await readdir(folder)).map(async (name) => simpleParser(await readFile(join(folder, name)))),
  );
  const from = (email: string) =>
    sent
      .filter(({ to, attachments }) => JSON.stringify(to).includes(email) && attachments.length > 0)
      .map((mail) => mail.from?.value[0]?.address);
  const [known] = await local.database.query<{ token: string }>(
    'SELECT token FROM return_address WHERE stream = $1 AND email = $2',
    [visit.id, sari.email],
  );
  expect(from(sari.email)).toEqual([`sambang+${known?.token}@sambang.test`]);
  expect(from(budi.email)[0]).toMatch(TOKEN);
  expect(from(budi.email)).not.toEqual(from(sari.email));
  await local.close();
});

describe('One address has one name', () => {
  /** Every pair of an address and a name that mails of a visit show as a sender, an organizer or where to reply. */
  async function namesIn(settings: Record<string, string>): Promise<Map<string, Set<string>>> {
    const local = await startApp({
      MAIL_FROM: 'Sambang <sambang@sambang.test>',
      LOG_LEVEL: 'error',
      ...settings,
    });
    const { guest, host } = await usualPeople(local);
    const visit = await confirmed(local, guest, host, { participants: [sari] });
    await local.settle();
    await step(local, guest, visit, 'cancel', { reason: 'x' });
    await local.settle();
    const folder = join(local.dataFolder, 'mails');
    const names = new Map<string, Set<string>>();
    const note = (address = '', name = ''): void => {
      names.set(address, (names.get(address) ?? new Set()).add(name));
    };
    for (const file of await readdir(folder)) {
      const mail = await simpleParser(await readFile(join(folder, file)));
      for (const { address, name } of mail.from?.value ?? []) note(address, name);
      for (const { address, name } of mail.replyTo?.value ?? []) if (name !== '') note(address, name);
      const [calendar] = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
      if (!calendar) continue;
      const event = new ICAL.Component(ICAL.parse(calendar.content.toString()) as unknown[]);
      const organizer = event.getFirstSubcomponent('vevent')?.getFirstProperty('organizer');
      note(String(organizer?.getFirstValue()).replace('mailto:', ''), String(organizer?.getParameter('cn')));
    }
    await local.close();
    return names;
  }

  test('the house its own, and the return address that of the host', async () => {
    const names = await namesIn({});
    expect([...names.values()].map((each) => [...each])).toEqual(
      expect.arrayContaining([['Sambang'], ['Rutan Kelas IIB Banjarnegara']]),
    );
    for (const [address, each] of names)
      expect([...each]).toEqual([TOKEN.test(address) ? 'Rutan Kelas IIB Banjarnegara' : 'Sambang']);
  });

  test('and where all go by one address, that one is never called like a host', async () => {
    const names = await namesIn({ MAIL_PLUS: 'off' });
    expect([...names].map(([address, each]) => [address, [...each]])).toEqual([
      ['sambang@sambang.test', ['Sambang']],
    ]);
  });

  test('also where MAIL_FROM has a plus of its own', async () => {
    const names = await namesIn({ MAIL_FROM: 'Sambang <sambang+uji@sambang.test>' });
    expect([...names.keys()].map((address) => address.replace(TOKEN, '+token@')).sort()).toEqual([
      'sambang+uji+token@sambang.test',
      'sambang+uji@sambang.test',
    ]);
  });
});

test('where the mailbox knows no plus, all go by the one address', async () => {
  const local = await startApp({
    MAIL_FROM: 'Sambang <sambang@sambang.test>',
    MAIL_PLUS: 'off',
    LOG_LEVEL: 'error',
  });
  const { guest, host } = await usualPeople(local);
  await confirmed(local, guest, host, { participants: [sari] });
  await local.settle();
  const folder = join(local.dataFolder, 'mails');
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), 'utf8')).not.toMatch(TOKEN);
  }
  await local.close();
});

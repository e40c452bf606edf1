import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { START, startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { requested, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
  visit = await requested(app, people.guest);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  // Sessions of earlier tests have run out by the clock.
  people = { ...people, guest: await app.signIn('petugas@tamu.test', PASSWORD) };
});

async function promised(more: object = {}): Promise<string> {
  const given = {
    visit: visit.id,
    what: 'Demplot',
    unit: 'bapas-purwokerto',
    person: 'Sari',
    dueOn: '2025-11-14',
  };
  const answer = await api(app).post('/api/follow-ups', { as: people.guest, body: { ...given, ...more } });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

const mails = (
  key: string,
): Promise<{ key: string; email: string; subject: string; state: string; text: string }[]> =>
  app.database.query(
    `SELECT key, recipient_email AS email, subject, state, body_text AS text FROM mail
     WHERE starts_with(key, $1) ORDER BY position`,
    [key],
  );
const reminders = (id: string) => mails(`follow-up-reminder:${id}:`);

async function at(time: string): Promise<void> {
  app.clock.set(new Date(time));
  await app.settle();
}

const patch = (id: string, body: object) =>
  api(app)
    .patch('/api/follow-ups/{id}', { as: people.guest, path: { id }, body: wrong(body) })
    .expect(200);

test('the owner is reminded a week, a day before, on the day, and after it, each once', async () => {
  const [sari] = await app.database.query<{ id: string }>(
    `SELECT id FROM person WHERE email = 'petugas@tamu.test'`,
  );
  const id = await promised({ personId: sari?.id });
  for (const day of ['11-06', '11-07', '11-07', '11-10', '11-13', '11-14', '11-17', '11-28', '12-05']) {
    await at(`2025-${day}T09:00:00+07:00`);
  }
  const sent = await reminders(id);
  expect(sent.map(({ subject, email }) => [subject, email])).toEqual(
    [
      'Tindak lanjut 7 hari lagi',
      'Tindak lanjut jatuh tempo besok',
      'Tindak lanjut jatuh tempo malam ini',
      'Tindak lanjut terlambat 3 hari',
      'Tindak lanjut terlambat 14 hari',
    ].map((subject) => [`${subject} (${visit.reference})`, 'petugas@tamu.test']),
  );
  expect(sent[0]?.text).toContain(`http://sambang.test/tindak-lanjut/${id}`);
});

test("without the owner's account everybody at the responsible unit is reminded", async () => {
  const id = await promised();
  await at('2025-11-13T09:00:00+07:00');
  expect((await reminders(id)).map(({ email }) => email)).toEqual(['kepala@tamu.test', 'petugas@tamu.test']);
});

test('a postponed date takes the reminders along, and those of the old one that wait are held back', async () => {
  const id = await promised();
  await at('2025-11-07T09:00:00+07:00');
  await app.database.query(
    `UPDATE mail SET state = 'queued', sent_at = NULL, next_try_at = '2030-01-01' WHERE starts_with(key, $1)`,
    [`follow-up-reminder:${id}`],
  );
  await api(app)
    .post('/api/follow-ups/{id}/postpone', {
      as: people.guest,
      path: { id },
      body: { version: 1, dueOn: '2025-11-28', reason: 'Banjir' },
    })
    .expect(200);
  await at('2025-11-13T09:00:00+07:00');
  const before = await reminders(id);
  expect(before.every(({ key, state }) => key.includes(':2025-11-14:') && state === 'suppressed')).toBe(true);
  await at('2025-11-21T09:00:00+07:00');
  const after = (await reminders(id)).filter(({ key }) => key.includes(':2025-11-28:-7:'));
  expect(after).toHaveLength(2);
});

test.each([
  ['done', { evidence: 'Laporan' }],
  ['dropped', { reason: 'Lahan dipakai' }],
])('nobody is reminded of what is %s', async (state, more) => {
  const id = await promised();
  await patch(id, { version: 1, state, ...more });
  for (const day of ['11-07', '11-13', '11-14', '11-17']) await at(`2025-${day}T09:00:00+07:00`);
  expect(await reminders(id)).toEqual([]);
});

test('the other unit and the regional office are asked to confirm what was done, once', async () => {
  const id = await promised();
  await patch(id, { version: 1, state: 'done', evidence: 'Foto di laman' });
  await at('2025-10-20T10:00:00+07:00');
  await patch(id, { version: 2, evidence: 'Foto di laman kami' });
  await at('2025-10-20T11:00:00+07:00');
  const asked = await mails(`follow-up-done:${id}:`);
  expect(asked.map(({ email }) => email)).toEqual(['kanwil@jateng.test', 'petugas@tuan.test']);
  expect(asked[0]?.subject).toBe(`Mohon konfirmasi replikasi (${visit.reference})`);
  expect(asked[0]?.text).toContain('Foto di laman');
  expect(asked[0]?.text).toContain(`/tindak-lanjut/${id}`);
});

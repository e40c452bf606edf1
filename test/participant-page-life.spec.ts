import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { linksTo, pageOf } from './support/participant-links.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let path: string;
let visit: ShownVisit;
let next = 0;

const get = (address: string) => request(app.server).get(address).set('accept', 'text/html');
const page = async () => (await get(path).expect(200)).text;
const mails = (kind: string) =>
  app.database.query<{ text: string; html: string }>(
    `SELECT body_text AS text, body_html AS html FROM mail
     WHERE recipient_email = $1 AND starts_with(subject, $2) ORDER BY position`,
    [`sari${next}@contoh.test`, kind],
  );

const RULE = 'Bawa KTP.';
const CALENDAR = 'Pasang di kalender saya';
const NO_AGENDA = 'Susunan acara tampil di sini';

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  await app.database.query(
    `UPDATE hosting_policy SET identity_rule = '${RULE}' WHERE unit = 'rutan-banjarnegara'`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.database.query('DELETE FROM visit');
});

async function begin(more: object = {}): Promise<void> {
  next += 1;
  visit = await confirmed(app, people.guest, people.host, {
    participants: [{ name: 'Sari', email: `sari${next}@contoh.test`, side: 'guest', role: 'leader' }],
    ...more,
  });
  await app.settle();
  path = await pageOf(app, `sari${next}@contoh.test`);
}

describe('What is offered follows the life of the visit', () => {
  test('as long as there is something to come to: calendar, agenda and what to bring', async () => {
    await begin();
    for (const words of [CALENDAR, NO_AGENDA, RULE]) expect(await page()).toContain(words);
    expect((await mails('Undangan'))[0]?.text).toContain(RULE);
  });

  test('over, it has nothing to prepare', async () => {
    await begin();
    app.clock.set(new Date('2025-10-30T12:00:00+07:00'));
    for (const words of [CALENDAR, NO_AGENDA, RULE]) expect(await page()).not.toContain(words);
  });

  test('off, it says so and why above all else', async () => {
    await begin();
    await step(app, people.host, visit, 'cancel', { reason: 'Kepala dipanggil.' });
    const text = await page();
    for (const words of [CALENDAR, NO_AGENDA, RULE]) expect(text).not.toContain(words);
    expect(text).toMatch(/alert-danger[^]*Kunjungan ini dibatalkan[^]*Alasan: Kepala dipanggil\.[^]*Tentang/);
  });

  test('online, nobody is asked to bring anything, in no mail either', async () => {
    await begin({ mode: 'online', meetingLink: 'https://meet.google.com/abc-defg-hij' });
    expect(await page()).toContain(CALENDAR);
    expect(await page()).not.toContain(RULE);
    app.clock.set(new Date('2025-10-29T17:30:00+07:00'));
    await app.settle();
    const sent = [...(await mails('Undangan')), ...(await mails('Pengingat'))];
    expect(sent.length).toBeGreaterThan(1);
    for (const { text } of sent) expect(text).not.toContain(RULE);
  });

  test('what the guest wants to learn, and its programs, stand a line each', async () => {
    const learningQuestions = ['Bagaimana hasil dicatat?', 'Siapa yang menulis?'];
    await begin({ learningQuestions, programs: ['akselerasi-2', 'akselerasi-3'] });
    const text = await page();
    expect(text).toMatch(/<li>Bagaimana hasil dicatat\?<\/li><li>Siapa yang menulis\?<\/li>/);
    expect(text).toMatch(/Program<\/dt><dd[^>]*><ul[^>]*>(<li>[^<]+<\/li>){2}<\/ul>/);
  });
});

test('what nobody wrote has no line, for participants and officers', async () => {
  await begin();
  const officers = await get(`/kunjungan/${visit.id}`).set(people.guest).expect(200);
  for (const text of [await page(), officers.text]) {
    expect(text).toMatch(/<dt[^>]*>Rombongan/);
    expect(text).not.toMatch(/<dt[^>]*>(?:Program|Yang ingin dipelajari|Tujuan)/);
  }
});

describe('A mail', () => {
  test('about another time asks for the answer anew, and one about other words does not', async () => {
    await begin();
    const asked = await step(app, people.guest, visit, 'reschedule', {
      startsAt: '2025-10-31T09:00:00+07:00',
      endsAt: '2025-10-31T10:00:00+07:00',
      reason: 'Apel',
    });
    const moved = await step(app, people.host, asked, 'accept');
    await app.settle();
    expect((await mails('Perubahan')).map(({ text }) => text)).toEqual([
      expect.stringContaining('juga bila Anda sudah pernah menjawab'),
    ]);
    await api(app)
      .patch('/api/visits/{id}', {
        as: people.guest,
        path: { id: visit.id },
        body: { version: moved.version, purpose: 'Belajar kebun.' },
      })
      .expect(200);
    await app.settle();
    expect((await mails('Perubahan')).at(-1)?.text).not.toContain('juga bila Anda sudah pernah menjawab');
  });

  test('reminds with words that lead to the link in it', async () => {
    await begin();
    app.clock.set(new Date('2025-10-29T17:30:00+07:00'));
    await app.settle();
    const [reminder] = await mails('Pengingat');
    expect(reminder?.text).toContain('Mohon jawab melalui tautan di bawah ini');
    expect(reminder?.text).not.toContain('surat undangan');
  });

  test('asks who has no account for no summary that needs one', async () => {
    await begin();
    app.clock.set(new Date('2025-10-30T14:00:00+07:00'));
    await app.settle();
    const [asked] = await mails('Mohon tulis ringkasan');
    expect(asked?.text).toContain('mohon sampaikan hasil dan daftar hadirnya kepada petugas');
    expect(asked?.text).not.toContain('lalu terbitkan');
  });
});

describe('Whatever goes wrong under a personal link', () => {
  const beside = ['/kunjungan.ics', '/data-saya.json', '/berkas/x', `/berkas/${crypto.randomUUID()}`];
  const sent = ['/data', '/kalender'];

  test('leads back to the own page, and never to a sign-in', async () => {
    await begin();
    for (const base of [path, `/jawab/${'a'.repeat(43)}`]) {
      const answers = await Promise.all([
        ...beside.map((rest) => get(`${base}${rest}`)),
        ...sent.map((rest) =>
          request(app.server).post(`${base}${rest}`).set('accept', 'text/html').type('form').send({}),
        ),
      ]);
      for (const { status, text } of answers.filter((each) => each.status === 404)) {
        expect([status, text.includes(`href="${base}"`)]).toEqual([404, true]);
        expect(text).not.toMatch(
          /href="\/(?:masuk|cari)?"[^>]*class="btn|class="btn[^"]*" href="\/(?:masuk|cari)?"/,
        );
      }
      expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(['%', '%ff', `${'a'.repeat(300)}`])(
    'a garbled link (%s) is answered like an unknown one',
    async (rest) => {
      const { text, headers } = await get(`/jawab/abc${rest}`).expect(404);
      expect(text).toContain('Tautan ini tidak berlaku');
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});

test('nobody is told to call themselves', async () => {
  await begin({
    participants: [
      { name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'leader' },
      { name: 'Sari', email: `sari${next + 1}@contoh.test`, side: 'guest', role: 'member' },
    ],
  });
  expect(await linksTo(app, 'petugas@tamu.test')).not.toEqual([]);
  const namesFor = async (as: UsualPeople['guest']) =>
    (
      await api(app)
        .get('/api/visits/{id}/unreached', { as, path: { id: visit.id } })
        .expect(200)
    ).body.items.map(({ name }) => name);
  expect(await namesFor(people.guest)).toEqual(['Sari']);
  expect(await namesFor(people.host)).toEqual(['Petugas', 'Sari']);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { returnAddressOf, schedulingMail } from './support/replies.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

/** What is told of joint visits beside the steps: to the officers and the regional office of who joined. */
const JOINING = 'lapas-kerobokan';
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' } as const;
const wayan = { name: 'Wayan', email: 'wayan@contoh.test', side: 'guest', role: 'member' } as const;

let app: TestApp;
let visit: ShownVisit;
let guest: Header;
let joining: Header;

beforeAll(async () => {
  app = await startApp();
  const people = await usualPeople(app);
  ({ guest } = people);
  joining = await signedIn(app, { email: 'petugas@jauh.test', role: 'officer', unit: JOINING });
  await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
  visit = await confirmed(app, guest, people.host, {
    participants: [sari],
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T12:00:00+07:00',
  });
  const path = { id: visit.id };
  await api(app)
    .post('/api/visits/{id}/guests', { as: guest, path, body: { organisation: JOINING } })
    .expect(201);
  await api(app)
    .post('/api/visits/{id}/guests/join', { as: joining, path, body: { partySize: 2 } })
    .expect(200);
  await api(app).post('/api/visits/{id}/participants', { as: joining, path, body: wayan }).expect(201);
  await app.settle();
});
afterAll(() => app.close());
beforeEach(() => app.database.query('DELETE FROM answer_news'));

async function says(who: typeof sari | typeof wayan, status: string): Promise<void> {
  const to = await returnAddressOf(app, visit.id, who.email);
  const mail = schedulingMail({ ...who, to }, 'REPLY', [
    `UID:${visit.id}`,
    `ATTENDEE;PARTSTAT=${status}:mailto:${who.email}`,
  ]);
  expect((await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome).toBe('answer');
  await app.settle();
}

test('officers of a joined guest are told what their own people answer, and of nobody else', async () => {
  app.clock.set(new Date('2025-10-29T10:00:00+07:00'));
  await says(sari, 'ACCEPTED');
  await says(wayan, 'TENTATIVE');
  app.clock.set(new Date('2025-10-30T08:10:00+07:00'));
  await sweep(app, 'visits.tell-answers');
  await app.settle();
  const mails = await app.database.query<{ to: string; text: string }>(
    `SELECT recipient_email AS to, body_text AS text FROM mail WHERE stream = $1 AND key LIKE 'answers:%'
     ORDER BY recipient_email`,
    [visit.id],
  );
  expect(mails.map(({ to }) => to)).toEqual(['petugas@jauh.test', 'petugas@tamu.test']);
  const [ofJoined, ofLeading] = mails.map(({ text }) => text);
  expect(ofJoined).toContain('- Wayan: ');
  expect(ofJoined).not.toContain('Sari');
  expect(ofLeading).toMatch(/Sari[^]*Wayan|Wayan[^]*Sari/);
});

test('the weekly digest of a regional office has the visits that its units joined, with all guests', async () => {
  app.clock.set(new Date('2025-11-03T09:00:00+08:00'));
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE key LIKE 'digest:bali:2025-11-03:%'`,
  );
  expect(mail?.text).toMatch(
    /\(Bapas Kelas II Purwokerto, Lapas [^)]*Kerobokan ke Rutan Kelas IIB Banjarnegara\), Kamis, 6 November/,
  );
  expect(mail?.text).not.toContain('persetujuan');
});

test('a visit is found by the name of a guest that joined', async () => {
  const found = async (query: string) =>
    (await api(app).get('/api/visits', { as: guest, query: { query } }).expect(200)).body.items.map(
      ({ id }) => id,
    );
  expect(await found('kerobokan')).toEqual([visit.id]);
  expect(await found('abepura')).toEqual([]);
});

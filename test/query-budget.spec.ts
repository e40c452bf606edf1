import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const MORE = 15;

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let administrator: Header;
let visit: ShownVisit;
let note: string;
let promise: string;
let feedPath: string;
let busyPath: string;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  visit = await confirmed(app, guest, host, { participants: [person(0)] });
  const feed = await api(app)
    .post('/api/feeds', { as: guest, body: { scope: 'unit' } })
    .expect(201);
  feedPath = new URL(feed.body.url).pathname;
  await request(app.server).get(feedPath).expect(200);
  const wanted = { scope: 'unit', shows: 'busy' } as const;
  const busy = await api(app).post('/api/feeds', { as: guest, body: wanted }).expect(201);
  busyPath = new URL(busy.body.url).pathname;
  await request(app.server).get(busyPath).expect(200);
  note = await writtenNote();
  await addOneOfEach(0);
  promise = await firstPromise();
  await app.settle();
});
afterAll(() => app.close());

const person = (i: number) => ({
  name: `Peserta ${i}`,
  email: `peserta${i}@contoh.test`,
  side: 'guest' as const,
  role: 'member' as const,
});

async function writtenNote(): Promise<string> {
  const texts = { title: 'a', context: 'b', whatWasDone: 'c', howToCopy: 'd', result: 'e' };
  return publishedNote(app, host, kanwil, { unit: 'rutan-banjarnegara', ...texts });
}

async function firstPromise(): Promise<string> {
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM follow_up');
  return row?.id ?? 'none was made';
}

async function addOneOfEach(i: number): Promise<void> {
  const send = (path: string, by: Header, body: object) =>
    request(app.server).post(path).set(by).send(body).expect(201);
  await send(`/api/notes/${note}/comments`, guest, { kind: 'question', body: `Pertanyaan ${i}` });
  await send('/api/notes', host, { unit: 'rutan-banjarnegara', title: `Catatan ${i}` });
  await send('/api/follow-ups', guest, {
    visit: visit.id,
    what: `Janji ${i}`,
    unit: 'bapas-purwokerto',
    person: 'Sari',
    dueOn: '2025-12-31',
  });
}

/** Statements of one request, signing in by the bearer token among them. */
async function statementsOf(path: string, by: Header | null): Promise<number> {
  const spy = jest.spyOn(app.database, 'query');
  const asked = request(app.server).get(path).set('accept', 'text/html, application/json;q=0.9');
  const answer = await (by ? asked.set(by) : asked);
  const { length } = spy.mock.calls;
  spy.mockRestore();
  expect([path, answer.status]).toEqual([path, 200]);
  return length;
}

/** Most statements a request may take: one for whoever asks, and what the page needs. */
const budget = (): [path: string, by: Header | null, most: number][] => [
  ['/api/visits', guest, 2],
  [`/api/visits/${visit.id}`, guest, 5],
  [`/api/visits/${visit.id}/history`, guest, 5],
  [`/api/visits/${visit.id}/participants`, guest, 4],
  [`/api/visits/${visit.id}/agenda`, guest, 4],
  [`/api/visits/${visit.id}/summary`, guest, 10],
  [`/api/visits/${visit.id}/files`, guest, 5],
  [`/api/visits/${visit.id}/feedback`, guest, 3],
  [`/api/visits/${visit.id}/invite.ics`, guest, 8],
  ['/api/notes', guest, 2],
  ['/api/notes?query=catatan', guest, 4],
  ['/api/search-synonyms', administrator, 2],
  ['/api/follow-ups', guest, 2],
  ['/api/units?query=rutan', guest, 2],
  ['/api/units/rutan-banjarnegara', guest, 2],
  [
    '/api/units/rutan-banjarnegara/availability?from=2025-10-25T00:00:00Z&to=2025-11-25T00:00:00Z&guest=bapas-purwokerto',
    guest,
    6,
  ],
  ['/api/units/rutan-banjarnegara/reminders', guest, 3],
  ['/api/mails', guest, 2],
  ['/api/feeds', guest, 2],
  ['/api/me/calendar', guest, 2],
  // Where something changed since; else one.
  [feedPath, null, 9],
  [busyPath, null, 6],
  ['/upt?cari=rutan', guest, 3],
  ['/upt/rutan-banjarnegara', guest, 17],
  ['/upt/layak-dikunjungi?topik=Catatan', guest, 6],
  ['/upt/bandingkan?upt=rutan-banjarnegara&upt=rutan-purbalingga', guest, 7],
  ['/api/hosts?topic=Catatan', guest, 4],
  ['/api/hosts/compare?unit=rutan-banjarnegara&unit=rutan-purbalingga', guest, 7],
  ['/kunjungan', guest, 5],
  ['/perjalanan', guest, 2],
  ['/perjalanan/baru', guest, 2],
  [`/kunjungan/${visit.id}`, guest, 16],
  [`/kunjungan/${visit.id}/ubah`, guest, 5],
  [`/kunjungan/${visit.id}/hari-ini`, guest, 6],
  [`/api/visits/${visit.id}/entries`, guest, 5],
  [`/kunjungan/${visit.id}/acara`, guest, 7],
  [`/kunjungan/${visit.id}/acara/cetak`, guest, 7],
  ['/kunjungan/baru?topik=pangan&tuan=rutan-banjarnegara&waktu=2025-11-05T09:00', guest, 10],
  ['/praktik-baik', guest, 3],
  ['/praktik-baik?cari=kebun+catatn', host, 7],
  ['/tindak-lanjut', guest, 4],
  ['/tindak-lanjut?tampilan=daftar&keadaan=semua&program=akselerasi-2', guest, 4],
  [`/tindak-lanjut/${promise}`, guest, 10],
  [`/praktik-baik/${note}/silsilah`, guest, 4],
  ['/praktik-baik/baru', guest, 3],
  [`/praktik-baik/${note}`, host, 8],
  [`/praktik-baik/${note}/ubah`, host, 5],
  [`/praktik-baik/${note}/riwayat`, host, 3],
  [`/praktik-baik/dari-kunjungan/${visit.id}`, host, 5],
  [`/api/notes/${note}`, host, 2],
  [`/api/notes/${note}/comments`, host, 6],
  [`/api/notes/${note}/pictures`, host, 6],
  [`/api/notes/${note}/revisions`, host, 3],
  [`/kunjungan/${visit.id}/peserta`, guest, 5],
  ['/sinergi', administrator, 11],
  ['/sinergi/kunjungan', administrator, 2],
  ['/sinergi/kunjungan?ringkasan=terlambat', administrator, 4],
  ['/sinergi/tindak-lanjut', administrator, 2],
  ['/sinergi/replikasi', administrator, 2],
  ['/sinergi/praktik-baik', administrator, 2],
  ['/sinergi/belum-ikut', administrator, 2],
  ['/api/sinergi/notes', administrator, 2],
  ['/sinergi/jaringan', administrator, 3],
  ['/sinergi/laporan', administrator, 3],
  ['/api/sinergi/figures', administrator, 11],
  ['/api/sinergi/matrix', administrator, 2],
  ['/api/sinergi/network', administrator, 2],
  ['/api/sinergi/answer-times', administrator, 2],
  ['/api/sinergi/visits', administrator, 2],
  ['/api/sinergi/follow-ups', administrator, 2],
  ['/api/sinergi/replications', administrator, 2],
  ['/api/sinergi/units-silent', administrator, 2],
  ['/kalender/saya', guest, 4],
  [`/kunjungan/${visit.id}/ringkasan`, guest, 14],
  ['/kalender?bulan=2025-10', guest, 5],
  ['/kalender/acara?dari=2025-10-01&sampai=2025-10-31', guest, 3],
  ['/surat', administrator, 4],
  ['/akun', guest, 3],
  ['/pengelolaan', administrator, 4],
  ['/pengelolaan/orang/undang', administrator, 2],
  ['/pengelolaan/libur', administrator, 2],
  ['/pengelolaan/program', administrator, 2],
  ['/pengelolaan/sinonim', administrator, 2],
  ['/pengelolaan/pekerjaan', administrator, 3],
  ['/pengelolaan/kanwil/jawa-tengah', administrator, 2],
];

test('no route takes more statements than its budget, however many rows there are', async () => {
  const few = new Map<string, number>();
  // A feed is written anew both times; unchanged it takes one.
  await api(app)
    .post('/api/visits/{id}/participants', { as: guest, path: { id: visit.id }, body: person(MORE + 1) })
    .expect(201);
  await app.settle();
  for (const [path, by] of budget()) few.set(path, await statementsOf(path, by));
  for (let i = 1; i <= MORE; i++) {
    await api(app)
      .post('/api/visits/{id}/participants', { as: guest, path: { id: visit.id }, body: person(i) })
      .expect(201);
    await requested(app, guest, { title: `Kunjungan ${i}`, participants: [person(i)] });
    await addOneOfEach(i);
  }
  await app.settle();
  const over: string[] = [];
  for (const [path, by, most] of budget()) {
    const many = await statementsOf(path, by);
    if (many > most || many !== few.get(path))
      over.push(`${path}: ${few.get(path)}, then ${many}; budget ${most}`);
  }
  expect(over).toEqual([]);
}, 120_000);

test('the page of a visit that is over takes no more than that of one to come', async () => {
  const held = await confirmed(app, guest, host, {
    startsAt: '2025-11-04T09:00:00+07:00',
    endsAt: '2025-11-04T12:00:00+07:00',
  });
  app.clock.set(new Date('2025-11-04T05:30:00Z'));
  await step(app, host, held, 'complete');
  // The first request after a while also notes that its token was used.
  await statementsOf('/kunjungan', guest);
  expect(await statementsOf(`/kunjungan/${held.id}`, guest)).toBeLessThanOrEqual(16);
});

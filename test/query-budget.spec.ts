import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import request from 'supertest';
import { deedsOf } from './support/budget-deeds.js';
import { START } from './support/app.js';
import { budgetScene, type BudgetScene } from './support/budget-scene.js';
import type { Trip } from './support/database-trips.js';
import { confirmed, step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

const MORE = 15;

let scene: BudgetScene;

beforeAll(async () => {
  scene = await budgetScene();
});
afterAll(() => scene.close());

/** What one request takes, signing in by the bearer token among it. */
async function costOf(path: string, by: Header | null): Promise<{ statements: number; trips: Trip[] }> {
  const { app, database } = scene;
  const spy = jest.spyOn(app.database, 'query');
  const asked = request(app.server).get(path).set('accept', 'text/html, application/json;q=0.9');
  let status = 0;
  const trips = await database.of(async () => {
    ({ status } = await (by ? asked.set(by) : asked));
  });
  const { length: statements } = spy.mock.calls;
  spy.mockRestore();
  expect([path, status]).toEqual([path, 200]);
  return { statements, trips };
}

/** What was sent in each trip, to see which of them came too much. */
const told = (trips: readonly Trip[]): string =>
  trips
    .map(
      (trip, n) =>
        `\n  ${n + 1}. ${trip.map((text) => text.replace(/\s+/g, ' ').slice(0, 90)).join('\n     ')}`,
    )
    .join('');

/**
 * Most statements a request may take: one for whoever asks, and what the page needs; and most ways to the database and back,
 * one after the other, each of which takes as long as the line is.
 */
const budget = (): [path: string, by: Header | null, statements: number, trips: number][] => [
  ['/api/visits', scene.guest, 2, 2],
  [`/api/visits/${scene.visit.id}`, scene.guest, 5, 3],
  [`/api/visits/${scene.visit.id}/history`, scene.guest, 5, 4],
  [`/api/visits/${scene.visit.id}/participants`, scene.guest, 4, 2],
  [`/api/visits/${scene.visit.id}/agenda`, scene.guest, 4, 2],
  [`/api/visits/${scene.visit.id}/summary`, scene.guest, 10, 3],
  [`/api/visits/${scene.visit.id}/files`, scene.guest, 5, 4],
  [`/api/visits/${scene.visit.id}/feedback`, scene.guest, 3, 3],
  [`/api/visits/${scene.visit.id}/invite.ics`, scene.guest, 9, 7],
  ['/api/notes', scene.guest, 2, 2],
  ['/api/notes?query=catatan', scene.guest, 4, 4],
  ['/api/search-synonyms', scene.administrator, 2, 2],
  ['/api/follow-ups', scene.guest, 2, 2],
  ['/api/units?query=rutan', scene.guest, 2, 2],
  ['/api/units/rutan-banjarnegara', scene.guest, 2, 2],
  [
    '/api/units/rutan-banjarnegara/availability?from=2025-10-25T00:00:00Z&to=2025-11-25T00:00:00Z&guest=bapas-purwokerto',
    scene.guest,
    6,
    3,
  ],
  ['/api/units/rutan-banjarnegara/reminders', scene.guest, 3, 3],
  ['/api/mails', scene.guest, 2, 2],
  ['/api/feeds', scene.guest, 2, 2],
  ['/api/me/calendar', scene.guest, 2, 2],
  // Where something changed since; else one.
  [scene.feedPath, null, 9, 8],
  [scene.busyPath, null, 6, 6],
  ['/upt?cari=rutan', scene.guest, 3, 3],
  ['/upt/rutan-banjarnegara', scene.guest, 17, 4],
  ['/upt/layak-dikunjungi?topik=Catatan', scene.guest, 6, 4],
  ['/upt/bandingkan?upt=rutan-banjarnegara&upt=rutan-purbalingga', scene.guest, 7, 3],
  ['/api/hosts?topic=Catatan', scene.guest, 4, 3],
  ['/api/hosts/compare?unit=rutan-banjarnegara&unit=rutan-purbalingga', scene.guest, 7, 3],
  ['/kunjungan', scene.guest, 5, 4],
  ['/perjalanan', scene.guest, 2, 2],
  ['/perjalanan/baru', scene.guest, 2, 2],
  [`/kunjungan/${scene.visit.id}`, scene.guest, 16, 3],
  [`/kunjungan/${scene.visit.id}/ubah`, scene.guest, 5, 4],
  [`/kunjungan/${scene.visit.id}/hari-ini`, scene.guest, 6, 4],
  [`/kunjungan/${scene.visit.id}/hari-ini/qr`, scene.guest, 5, 3],
  [`/kunjungan/${scene.visit.id}/foto`, scene.guest, 7, 4],
  [`/api/visits/${scene.visit.id}/album`, scene.guest, 5, 4],
  [`/kunjungan/${scene.visit.id}/daftar-hadir`, scene.guest, 6, 3],
  [`/api/visits/${scene.visit.id}/entries`, scene.guest, 5, 4],
  [`/kunjungan/${scene.visit.id}/acara`, scene.guest, 7, 2],
  [`/kunjungan/${scene.visit.id}/acara/cetak`, scene.guest, 7, 2],
  ['/kunjungan/baru?topik=pangan&tuan=rutan-banjarnegara&waktu=2025-11-05T09:00', scene.guest, 10, 3],
  ['/praktik-baik', scene.guest, 3, 2],
  ['/praktik-baik?cari=kebun+catatn', scene.host, 7, 4],
  ['/tindak-lanjut', scene.guest, 4, 2],
  ['/tindak-lanjut?tampilan=daftar&keadaan=semua&program=akselerasi-2', scene.guest, 4, 2],
  [`/tindak-lanjut/${scene.promise}`, scene.guest, 10, 9],
  [`/praktik-baik/${scene.note}/silsilah`, scene.guest, 4, 3],
  ['/praktik-baik/baru', scene.guest, 3, 3],
  [`/praktik-baik/${scene.note}`, scene.host, 8, 3],
  [`/praktik-baik/${scene.note}/ubah`, scene.host, 5, 5],
  [`/praktik-baik/${scene.note}/riwayat`, scene.host, 3, 3],
  [`/praktik-baik/dari-kunjungan/${scene.visit.id}`, scene.host, 5, 4],
  [`/api/notes/${scene.note}`, scene.host, 2, 2],
  [`/api/notes/${scene.note}/comments`, scene.host, 6, 3],
  [`/api/notes/${scene.note}/pictures`, scene.host, 6, 3],
  [`/api/notes/${scene.note}/revisions`, scene.host, 3, 3],
  [`/kunjungan/${scene.visit.id}/peserta`, scene.guest, 5, 4],
  ['/sinergi', scene.administrator, 11, 2],
  ['/sinergi/kunjungan', scene.administrator, 2, 2],
  ['/sinergi/kunjungan?ringkasan=terlambat', scene.administrator, 4, 4],
  ['/sinergi/tindak-lanjut', scene.administrator, 2, 2],
  ['/sinergi/replikasi', scene.administrator, 2, 2],
  ['/sinergi/hasil', scene.administrator, 3, 2],
  ['/sinergi/praktik-baik', scene.administrator, 2, 2],
  ['/sinergi/belum-ikut', scene.administrator, 2, 2],
  ['/api/sinergi/notes', scene.administrator, 2, 2],
  ['/sinergi/jaringan', scene.administrator, 3, 3],
  ['/sinergi/laporan', scene.administrator, 3, 2],
  ['/api/sinergi/figures', scene.administrator, 12, 2],
  ['/api/sinergi/matrix', scene.administrator, 2, 2],
  ['/api/sinergi/network', scene.administrator, 2, 2],
  ['/api/sinergi/answer-times', scene.administrator, 2, 2],
  ['/api/sinergi/visits', scene.administrator, 2, 2],
  ['/api/sinergi/follow-ups', scene.administrator, 2, 2],
  ['/api/sinergi/replications', scene.administrator, 2, 2],
  ['/api/sinergi/results', scene.administrator, 2, 2],
  ['/api/sinergi/result-sums', scene.administrator, 2, 2],
  ['/api/sinergi/units-silent', scene.administrator, 2, 2],
  ['/kalender/saya', scene.guest, 4, 4],
  [`/kunjungan/${scene.visit.id}/ringkasan`, scene.guest, 14, 5],
  ['/kalender?bulan=2025-10', scene.guest, 5, 3],
  ['/kalender/acara?dari=2025-10-01&sampai=2025-10-31', scene.guest, 3, 2],
  ['/surat', scene.administrator, 4, 4],
  ['/akun', scene.guest, 3, 3],
  ['/pengelolaan', scene.administrator, 5, 4],
  ['/pengelolaan/orang/undang', scene.administrator, 2, 2],
  ['/pengelolaan/libur', scene.administrator, 2, 2],
  ['/pengelolaan/program', scene.administrator, 2, 2],
  ['/pengelolaan/sinonim', scene.administrator, 2, 2],
  ['/pengelolaan/pekerjaan', scene.administrator, 3, 3],
  ['/cari?q=kebun', scene.guest, 12, 4],
  [scene.ownPath, null, 12, 3],
  [`/kunjungan/${scene.visit.id}`, scene.host, 17, 3],
  [`/kunjungan/${scene.visit.id}`, scene.kanwil, 17, 3],
  ['/pengelolaan/kanwil/jawa-tengah', scene.administrator, 2, 2],
];

test('no route takes more statements or trips than its budget, however many rows there are', async () => {
  const { app } = scene;
  const few = new Map<string, number>();
  // A feed is written anew both times; unchanged it takes one.
  await scene.addOneOfEach(MORE + 1);
  await app.settle();
  for (const [path, by] of budget()) few.set(path, (await costOf(path, by)).statements);
  for (let i = 1; i <= MORE; i++) await scene.addOneOfEach(i);
  await app.settle();
  const over: string[] = [];
  for (const [path, by, most, mostTrips] of budget()) {
    const { statements: many, trips } = await costOf(path, by);
    if (many > most || many !== few.get(path))
      over.push(`${path}: ${few.get(path)}, then ${many}; budget ${most}`);
    if (trips.length > mostTrips)
      over.push(`${path}: ${trips.length} trips, budget ${mostTrips}${told(trips)}`);
  }
  expect(over).toEqual([]);
}, 120_000);

test('the page of a visit that is over takes no more than that of one to come', async () => {
  const { app, guest, host } = scene;
  const held = await confirmed(app, guest, host, {
    startsAt: '2025-11-04T09:00:00+07:00',
    endsAt: '2025-11-04T12:00:00+07:00',
  });
  app.clock.set(new Date('2025-11-04T05:30:00Z'));
  await step(app, host, held, 'complete');
  // The first request after a while also notes that its token was used.
  await costOf('/kunjungan', guest);
  const { statements, trips } = await costOf(`/kunjungan/${held.id}`, guest);
  expect(statements).toBeLessThanOrEqual(17);
  expect(trips.length).toBeLessThanOrEqual(4);
});

/** What waits for somebody decides what is asked, so that here the trips alone are counted. */
test.each([
  ['guest', 3],
  ['kanwil', 3],
  ['administrator', 4],
] as const)('the start page of the %s takes no more trips than %d', async (who, most) => {
  await costOf('/', scene[who]);
  const { trips } = await costOf('/', scene[who]);
  expect([trips.length <= most, told(trips)]).toEqual([true, expect.anything()]);
});

test('no deed takes more trips than its budget', async () => {
  const { app, database, visit, guest } = scene;
  app.clock.set(START);
  const over: string[] = [];
  for (const { name, trips: most, prepare } of deedsOf(scene)) {
    if (name === 'a summary') {
      app.clock.set(new Date('2025-10-30T07:00:00Z'));
      const path = { id: visit.id };
      const { body } = await api(app).get('/api/visits/{id}', { as: guest, path }).expect(200);
      await step(app, guest, body, 'complete');
    }
    // The first time statements are prepared and connections made.
    for (const n of [0, 1]) {
      const { send, status } = await prepare(n);
      let answer: request.Response | undefined;
      const trips = await database.of(async () => {
        answer = await send();
      });
      expect([name, answer?.status]).toEqual([name, status]);
      if (n === 1 && trips.length > most)
        over.push(`${name}: ${trips.length} trips, budget ${most}${told(trips)}`);
    }
  }
  expect(over).toEqual([]);
}, 120_000);

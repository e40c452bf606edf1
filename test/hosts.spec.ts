import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { hashSecret } from '../src/platform/text/tokens.js';
import { startApp, type TestApp } from './support/app.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api, type Shown } from './support/api-client.js';

const BROWSER = 'text/html,application/xhtml+xml;q=0.9';

interface ShownHost {
  unit: string;
  score: number;
  reasons: string[];
  notes: number;
  rating: { average: number; count: number } | null;
}

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
let noteId: string;

const note = {
  context: 'Berita kegiatan jarang terbit.',
  whatWasDone: 'Menulis satu berita setiap pekan.',
  result: 'Empat berita setiap bulan.',
  howToCopy: 'Tunjuk satu penulis.',
  resources: 'Satu telepon pintar.',
  pitfalls: 'Jangan menunggu foto sempurna.',
  topics: ['Kehumasan'],
};

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  const { guest, host, stranger, kanwil } = people;
  for (const [by, unit, title] of [
    [host, 'rutan-banjarnegara', 'Kehumasan yang hidup'],
    [host, 'rutan-banjarnegara', 'Kehumasan dengan satu penulis'],
    [stranger, 'rutan-purbalingga', 'Rapat redaksi kehumasan'],
    [guest, 'bapas-purwokerto', 'Kehumasan di Bapas'],
  ] as const) {
    noteId = await publishedNote(app, by, kanwil, { ...note, unit, title });
  }
  visit = await confirmed(app, guest, host, {
    title: 'Kehumasan',
    participants: ['a', 'b', 'c'].map((name) => ({
      ...{ name, email: `${name}@contoh.test`, side: 'guest', role: 'member' },
    })),
  });
  app.clock.set(new Date('2025-10-30T05:05:00Z'));
  visit = await step(app, guest, visit, 'complete');
  await api(app)
    .put('/api/visits/{id}/summary', {
      as: guest,
      path: { id: visit.id },
      body: { version: 0, outcomes: 'Melihat rapat redaksi', decisions: 'Mulai rubrik' },
    })
    .expect(200);
  await api(app)
    .post('/api/visits/{id}/summary/publish', { as: guest, path: { id: visit.id }, body: { version: 1 } })
    .expect(200);
  await app.settle();
});
afterAll(() => app.close());

async function rate(marks: readonly Shown<'GivenFeedbackView'>['usefulness'][]): Promise<void> {
  const asked = await app.database.query<{ id: string }>(
    'SELECT participant_id AS id FROM feedback_request ORDER BY 1',
  );
  for (const [index, mark] of marks.entries()) {
    const secret = `${marks.length}${index}`.padEnd(43, 'x');
    await app.database.query(
      'INSERT INTO feedback_link (token_hash, participant_id, created_at) VALUES ($1, $2, $3)',
      [hashSecret(secret), asked[index]?.id, app.clock.now()],
    );
    await api(app)
      .post('/api/feedback/{token}', { path: { token: secret }, body: { usefulness: mark, welcome: mark } })
      .expect(200);
  }
}

const list = async (query: string, by: Header = people.guest) =>
  ((await request(app.server).get(`/api/hosts?${query}`).set(by).expect(200)).body as { items: ShownHost[] })
    .items;
const page = async (path: string, by: Header = people.guest) =>
  (await request(app.server).get(path).set(by).set('accept', BROWSER).expect(200)).text;

test('ranks who has the most to show, never the own unit, with the reasons in words', async () => {
  const hosts = await list('topic=kehumasan');
  expect(hosts.map(({ unit }) => unit)).toEqual(['rutan-banjarnegara', 'rutan-purbalingga']);
  expect(hosts[0]?.reasons).toEqual([
    '2 praktik baik tentang kehumasan',
    'menerima 1 kunjungan tentang kehumasan',
    expect.stringMatching(/^kira-kira 5\d km$/),
    expect.stringMatching(/^luang \w+, \d+ November 2025$/),
  ]);
  expect(hosts[0]?.rating).toBeNull();
  expect((await list('topic=penulis kehumasan')).map(({ notes }) => notes)).toEqual([2, 1]);
  // By the stem: the notes say “bulan”.
  expect((await list('topic=berita bulanan')).map(({ notes }) => notes)).toEqual([2, 1]);
  expect(await list('topic=peternakan')).toEqual([]);
  expect(await list('topic=kehumasan&program=tidak-ada')).toEqual([]);
});

test('a rating counts from three answers on, and uses and replications are told', async () => {
  await rate([2, 2]);
  expect((await list('topic=kehumasan'))[0]?.rating).toBeNull();
  const before = (await list('topic=kehumasan'))[0]?.score ?? 0;
  await rate([2, 2, 2]);
  const [host] = await list('topic=kehumasan');
  expect(host?.rating).toEqual({ average: 2, count: 3 });
  expect(host?.reasons).toContain('dinilai 2 dari 5 oleh 3 tamu');
  expect(host?.score).toBeCloseTo(before - 4, 1);
  await app.database.query(
    `INSERT INTO note_use (note_id, unit, since, added_by, added_at)
     SELECT n.id, 'lapas-kerobokan', '2025-10-01', p.id, now() FROM note n, person p
     WHERE n.unit = 'rutan-purbalingga' AND p.email = 'petugas@lain.test'`,
  );
  const purbalingga = (await list('topic=kehumasan')).find(({ unit }) => unit === 'rutan-purbalingga');
  expect(purbalingga?.reasons).toContain('dipakai 1 UPT');
});

test('a unit that does not receive visits is not recommended, but can be compared', async () => {
  await app.database.query(`UPDATE hosting_policy SET open = false WHERE unit = 'rutan-purbalingga'`);
  expect((await list('topic=kehumasan')).map(({ unit }) => unit)).toEqual(['rutan-banjarnegara']);
  const text = await page('/upt/bandingkan?upt=rutan-purbalingga&upt=rutan-banjarnegara&topik=kehumasan');
  expect(text).toContain('Belum menerima kunjungan.');
  expect(text).toContain('Tidak ada dalam 60 hari');
  await app.database.query(`UPDATE hosting_policy SET open = true WHERE unit = 'rutan-purbalingga'`);
});

test('the page tells the reasons, leads to asking, and lets one compare', async () => {
  const text = await page('/upt/layak-dikunjungi?topik=kehumasan');
  expect(text).toContain('2 praktik baik tentang kehumasan');
  expect(text).toContain('href="/kunjungan/baru?tuan=rutan-banjarnegara&amp;topik=kehumasan"');
  expect(text.match(/<input[^>]*name="upt"/g)).toHaveLength(2);
  expect(await page('/upt/layak-dikunjungi?topik=peternakan')).toContain('Belum ada UPT yang tercatat');
  expect(await page('/upt/layak-dikunjungi?topik=kehumasan', people.kanwil)).toContain('Ajukan kunjungan');
  for (const path of ['/upt', '/praktik-baik?cari=kehumasan', '/kunjungan/baru?topik=kehumasan']) {
    expect(await page(path)).toContain('/upt/layak-dikunjungi');
  }
});

test('compares notes, summaries, rules and free days side by side, in the order named', async () => {
  const text = await page('/upt/bandingkan?upt=rutan-purbalingga&upt=rutan-banjarnegara&topik=kehumasan');
  expect(text.indexOf('href="/upt/rutan-purbalingga"')).toBeLessThan(
    text.indexOf('href="/upt/rutan-banjarnegara"'),
  );
  for (const words of ['Rapat redaksi kehumasan', 'Satu telepon pintar.', 'Jangan menunggu foto sempurna.']) {
    expect(text).toContain(words);
  }
  expect(text).toMatch(/Ringkasan kunjungan[^]*Melihat rapat redaksi[^]*Keputusan: (?:<[^>]*>)?Mulai rubrik/);
  expect(text).toMatch(/Waktu luang berikutnya[^]*pukul \d\d\.\d\d–\d\d\.\d\d WIB/);
  // A summary is for those who may see the visit.
  const foreign = await signedIn(app, { email: 'p@bali.test', role: 'officer', unit: 'lapas-kerobokan' });
  const seen = await page('/upt/bandingkan?upt=rutan-purbalingga&upt=rutan-banjarnegara', foreign);
  expect(seen).toContain('Kehumasan yang hidup');
  expect(seen).not.toContain('Melihat rapat redaksi');
});

test('what a reader may not read is neither shown nor counted', async () => {
  await app.database.query(
    `UPDATE note SET visibility = 'region' WHERE id <> $1 AND unit = 'rutan-banjarnegara'`,
    [noteId],
  );
  const by = await signedIn(app, { email: 'q@bali.test', role: 'officer', unit: 'lapas-kerobokan' });
  const host = (await list('topic=kehumasan', by)).find(({ unit }) => unit === 'rutan-banjarnegara');
  expect(host?.notes).toBe(0);
  expect((await list('topic=kehumasan')).find(({ unit }) => unit === 'rutan-banjarnegara')?.notes).toBe(2);
});

test('one unit, four, or none that exists is no comparison', async () => {
  for (const query of ['', '?upt=rutan-banjarnegara', '?upt=rutan-banjarnegara&upt=tidak-ada']) {
    expect(await page(`/upt/bandingkan${query}`)).toContain('Pilih 2 atau 3 UPT');
  }
  const compare = (query: string) => request(app.server).get(`/api/hosts/compare${query}`).set(people.guest);
  await compare('').expect(422);
  await compare('?unit=rutan-banjarnegara').expect(422);
  await compare('?unit=a&unit=b&unit=c&unit=d').expect(422);
  const two = await compare('?unit=rutan-banjarnegara&unit=rutan-purbalingga&topic=kehumasan').expect(200);
  const { items } = two.body as { items: { practices: { resources: string }[]; free: unknown[] }[] };
  expect(items.map(({ practices }) => practices.length)).toEqual([2, 1]);
  expect(items[0]?.free).toHaveLength(3);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, create, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

const day = (date: string, from = '09:00', to = '11:00') => ({
  startsAt: `${date}T${from}:00+07:00`,
  endsAt: `${date}T${to}:00+07:00`,
});
const read = async (as: Header, { id }: { id: string }): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const page = async (as: Header, { id }: { id: string }): Promise<string> =>
  (await request(app.server).get(`/kunjungan/${id}`).set('accept', 'text/html').set(as).expect(200)).text;
const mailsTo = async (email: string): Promise<string[]> => {
  await app.settle();
  const mails = await app.database.query<{ subject: string }>(
    'SELECT subject FROM mail WHERE recipient_email = $1 ORDER BY created_at, id',
    [email],
  );
  return mails.map(({ subject }) => subject);
};

describe('An office approves a time', () => {
  const approving = (value: boolean) =>
    app.database.query(`UPDATE regional_office SET approves_inside = $1 WHERE code = 'jawa-tengah'`, [value]);
  beforeAll(() => approving(true));
  afterAll(() => approving(false));

  test('another time that is proposed is asked about anew, by mail too', async () => {
    const asked = await requested(app, guest, day('2025-10-28'));
    const approved = await step(app, kanwil, asked, 'approve');
    expect(approved.approvals).toEqual([{ regionalOffice: 'jawa-tengah', approved: true }]);
    const proposed = await step(app, host, approved, 'propose', day('2025-10-31'));
    expect(proposed.approvals[0]?.approved).toBe(false);
    const refused = await step<{ code: string }>(app, guest, proposed, 'accept', {}, 409);
    expect(refused.code).toBe('approval-missing');
    expect(
      (await mailsTo('kanwil@jateng.test')).filter((it) => it.startsWith('Usulan waktu lain')),
    ).toHaveLength(1);
    const again = await step(app, kanwil, proposed, 'approve');
    expect((await step(app, guest, again, 'accept')).state).toBe('confirmed');
  });

  test('a time inside the approved one is approved; one withdrawn leaves the first as it was', async () => {
    const asked = await requested(app, guest, day('2025-10-29', '08:00', '12:00'));
    const approved = await step(app, kanwil, asked, 'approve');
    const inside = await step(app, host, approved, 'propose', day('2025-10-29', '09:00', '10:00'));
    expect(inside.approvals[0]?.approved).toBe(true);
    const beyond = await step(app, host, inside, 'propose', day('2025-10-29', '09:00', '13:30'));
    expect(beyond.approvals[0]?.approved).toBe(false);
    const back = await step(app, host, beyond, 'withdraw');
    expect(back.approvals[0]?.approved).toBe(true);
    await step(app, host, back, 'decline', { reason: 'Apel' });
  });

  test('a confirmed visit moves once the office has approved the new time', async () => {
    const asked = await requested(app, guest, day('2025-10-30'));
    const visit = await step(app, host, await step(app, kanwil, asked, 'approve'), 'accept');
    const moved = await step(app, guest, visit, 'reschedule', { reason: 'Banjir', ...day('2025-11-06') });
    await step(app, host, moved, 'accept', {}, 409);
    expect((await read(kanwil, moved)).allowedActions).toEqual(['approve']);
    const approved = await step(app, kanwil, moved, 'approve');
    const taken = await step(app, host, approved, 'accept');
    expect(taken.startsAt).toBe(day('2025-11-06').startsAt);
  });
});

describe('The party is counted by people', () => {
  const limit = (most: number | null) =>
    app.database.query(`UPDATE hosting_policy SET largest_party = $1 WHERE unit = 'rutan-banjarnegara'`, [
      most,
    ]);
  beforeAll(() => limit(5));
  afterAll(() => limit(null));

  const people = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `Peserta ${i}`, side: 'guest', role: 'member' }));
  const add = (as: Header, { id }: { id: string }, name: string) =>
    api(app).post('/api/visits/{id}/participants', {
      as,
      path: { id },
      body: { name, side: 'guest', role: 'member' },
    });

  test('twenty participants are not three, whatever is typed', async () => {
    const draft = await create(app, guest, { ...day('2025-11-03'), partySize: 3, participants: people(20) });
    expect(draft.party).toEqual({ count: 20, limit: 5, asked: null });
    const refused = await step<{ code: string }>(app, guest, draft, 'submit', {}, 422);
    expect(refused.code).toBe('party-too-large');
  });

  test('after the confirmation the host is asked, and what it agrees to is the limit', async () => {
    const body = { ...day('2025-11-03'), participants: people(5) };
    const visit = await confirmed(app, guest, host, body);
    const refused = await add(guest, visit, 'Seorang lagi').expect(422);
    expect(refused.body).toMatchObject({ code: 'party-too-large', largestParty: 5 });
    const size = { version: (await read(guest, visit)).version, partySize: 9 };
    await api(app)
      .patch('/api/visits/{id}', { as: guest, path: { id: visit.id }, body: size })
      .expect(422);
    expect((await read(guest, visit)).participants).toHaveLength(5);

    const path = { id: visit.id };
    const ask = (as: Header, partySize: number) =>
      api(app).post('/api/visits/{id}/party-request', { as, path, body: { partySize } });
    await ask(guest, 5).expect(422);
    await ask(host, 7).expect(403);
    expect((await ask(guest, 7).expect(200)).body.party).toEqual({ count: 5, limit: 5, asked: 7 });
    expect(await mailsTo('petugas@tuan.test')).toContainEqual(
      expect.stringContaining('Izin tambahan peserta'),
    );
    expect(await page(host, visit)).toContain('Izinkan 7 orang');

    const answer = (as: Header, agreed: boolean) =>
      api(app).post('/api/visits/{id}/party-answer', { as, path, body: { agreed } });
    await answer(guest, true).expect(403);
    expect((await answer(host, true).expect(200)).body.party).toEqual({ count: 5, limit: 7, asked: null });
    await answer(host, true).expect(409);
    await add(guest, visit, 'Keenam').expect(201);
    await add(guest, visit, 'Ketujuh').expect(201);
    await add(guest, visit, 'Kedelapan').expect(422);
    await add(host, visit, 'Ditambah tuan rumah').expect(201);
  });
});

describe('What a page offers', () => {
  test('the second request for a taken time shows the first, and another time comes before all', async () => {
    const first = await requested(app, guest, {
      ...day('2025-11-04', '08:00', '10:00'),
      title: 'Yang pertama',
    });
    const second = await requested(app, guest, day('2025-11-04', '09:00', '11:00'));
    expect(await page(host, second)).toMatch(/08\.00–10\.00 WIB · Menunggu jawaban/);
    await step(app, host, first, 'accept');
    const shown = await page(host, second);
    expect(shown).toMatch(/08\.00–10\.00 WIB · Terisi.*Yang pertama/s);
    expect(shown).not.toContain('Terima kunjungan');
    expect(shown).toContain('UPT Anda sudah menerima atau menahan waktu itu');
    const steps = [...shown.matchAll(/langkah\/([a-z-]+)"/g)].map(([, name]) => name);
    expect(steps[0]).toBe('propose');
    const asGuest = await page(guest, second);
    expect(asGuest).toMatch(/08\.00–10\.00 WIB · Terisi/);
    const refused = await step<{ detail: string }>(app, host, second, 'accept', {}, 409);
    expect(refused.detail).toContain('UPT Anda');
  });

  test('a draft that would be refused says why, and leads to where it is mended', async () => {
    const draft = await create(app, guest, day('2025-10-21'));
    const shown = await page(guest, draft);
    expect(shown).toContain('Belum dapat diajukan');
    expect(shown).not.toContain('langkah/submit');
  });

  test('the guest reads until when the host holds an offered time', async () => {
    const visit = await step(
      app,
      host,
      await requested(app, guest, day('2025-11-05')),
      'propose',
      day('2025-11-07'),
    );
    expect(await page(guest, visit)).toContain(
      'hanya 72 jam, sampai Kamis, 23 Oktober 2025, pukul 07.59 WIB',
    );
  });
});

describe('The day', () => {
  test('attendance waits for it, and "done" before the planned end is asked first', async () => {
    const visit = await confirmed(app, guest, host, {
      ...day('2025-11-06', '09:00', '12:00'),
      startsAt: '2025-11-10T09:00:00+07:00',
      endsAt: '2025-11-10T12:00:00+07:00',
      participants: [{ name: 'Sari', side: 'guest', role: 'leader' }],
    });
    const [participant] = visit.participants;
    const path = { id: visit.id, participantId: participant?.id ?? '' };
    const mark = () =>
      api(app).patch('/api/visits/{id}/participants/{participantId}', {
        as: host,
        path,
        body: { attendance: 'present' },
      });
    expect((await mark().expect(409)).body.code).toBe('day-not-come');
    app.clock.set(new Date('2025-11-09T16:59:59Z'));
    await mark().expect(409);
    app.clock.set(new Date('2025-11-10T02:02:00Z'));
    await mark().expect(200);

    const shown = await page(host, visit);
    expect(shown).toContain(
      'Menurut rencana kunjungan baru selesai Senin, 10 November 2025, pukul 12.00 WIB',
    );
    const { version } = await read(host, visit);
    const press = (fields: object) =>
      request(app.server)
        .post(`/kunjungan/${visit.id}/langkah/complete`)
        .set('accept', 'text/html')
        .set(host)
        .type('form')
        .send({ version, ...fields });
    await press({}).expect(422);
    await press({ sure: 'ya' }).expect(303);
    expect((await read(host, visit)).state).toBe('held');
  });
});

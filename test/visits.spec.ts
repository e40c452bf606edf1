import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import {
  confirmed,
  create,
  requested,
  step,
  visitBody,
  type Header,
  type ShownVisit,
} from './support/visits.js';
import { api, wrong } from './support/api-client.js';

interface Shown {
  code: string;
}

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let otherKanwil: Header;
let stranger: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  otherKanwil = await signedIn(app, {
    email: 'kanwil@bali.test',
    role: 'regional',
    regionalOffice: 'bali',
  });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const show = (by: Header, id: string) => api(app).get('/api/visits/{id}', { as: by, path: { id } });
const post = (by: Header, body: object) => api(app).post('/api/visits', { as: by, body: wrong(body) });

describe('from request to the day', () => {
  test('a visit is requested, moved by the host, confirmed, rescheduled and held', async () => {
    let visit = await create(app, guest, {
      purpose: 'Belajar',
      topics: ['Ketahanan pangan', 'Kehumasan'],
      participants: [{ name: 'Sari', email: 'Sari@Contoh.test', side: 'guest', role: 'leader' }],
    });
    expect(visit).toMatchObject({ reference: expect.stringMatching(/^ST-2025-\d{6}$/), state: 'draft' });
    expect(visit.participants).toMatchObject([{ email: 'sari@contoh.test', answer: 'needs-action' }]);
    visit = await step(app, guest, visit, 'submit');
    const offer = { startsAt: '2025-10-30T13:00:00+07:00', endsAt: '2025-10-30T15:00:00+07:00' };
    visit = await step(app, host, visit, 'propose', offer);
    expect(visit).toMatchObject({ state: 'counter-proposed', proposal: { by: 'host', ...offer } });
    visit = await step(app, guest, visit, 'accept');
    expect(visit).toMatchObject({ state: 'confirmed', ...offer, proposal: null, sequence: 0 });
    const move = { startsAt: '2025-10-31T09:00:00+07:00', endsAt: '2025-10-31T11:00:00+07:00' };
    visit = await step(app, host, visit, 'reschedule', { ...move, reason: 'Ada upacara' });
    expect(visit).toMatchObject({ state: 'confirmed', startsAt: offer.startsAt, proposal: { by: 'host' } });
    visit = await step(app, guest, visit, 'accept');
    expect(visit).toMatchObject({ ...move, sequence: 1 });
    await step(app, host, visit, 'complete', {}, 409);
    app.clock.set(new Date('2025-10-31T05:00:00Z'));
    visit = await step(app, host, visit, 'complete');
    expect(visit.state).toBe('held');
    app.clock.set(START);

    const history = await api(app)
      .get('/api/visits/{id}/history', { as: kanwil, path: { id: visit.id } })
      .expect(200);
    const { items } = history.body;
    expect(items.map(({ action }) => action)).toEqual([
      'create',
      'submit',
      'propose',
      'accept',
      'reschedule',
      'accept',
      'complete',
    ]);
    expect(items[4]).toMatchObject({ reason: 'Ada upacara', actor: 'Petugas petugas@tuan.test' });
  });

  test('cancelling raises the sequence and frees the place', async () => {
    const times = { startsAt: '2025-11-03T09:00:00+07:00', endsAt: '2025-11-03T11:00:00+07:00' };
    const first = await confirmed(app, guest, host, times);
    const second = await requested(app, guest, times);
    await step(app, host, second, 'accept', {}, 409);
    const cancelled = await step(app, guest, first, 'cancel', { reason: 'Berhalangan' });
    expect(cancelled).toMatchObject({ state: 'cancelled', sequence: 1, allowedActions: [] });
    await step(app, host, second, 'accept');
  });

  test('a request nobody answers expires at the notice deadline, and says so', async () => {
    const times = { startsAt: '2025-10-24T09:00:00+07:00', endsAt: '2025-10-24T11:00:00+07:00' };
    const visit = await requested(app, guest, times);
    app.clock.set(new Date('2025-10-22T16:59:00Z'));
    await app.settle();
    expect(((await show(guest, visit.id)).body as ShownVisit).state).toBe('requested');
    app.clock.set(new Date('2025-10-22T17:01:00Z'));
    await app.settle();
    expect(((await show(guest, visit.id)).body as ShownVisit).state).toBe('expired');
    app.clock.set(START);
  });

  test("somebody's other confirmed visit is warned about and written into the history", async () => {
    const sari = { name: 'Sari', email: 'sari@dua.test', side: 'guest', role: 'leader' };
    const times = { startsAt: '2025-11-10T09:00:00+07:00', endsAt: '2025-11-10T11:00:00+07:00' };
    await confirmed(app, guest, host, { ...times, participants: [sari] });
    const elsewhere = await requested(app, guest, {
      ...times,
      hostUnit: 'rutan-purbalingga',
      participants: [sari],
    });
    expect(elsewhere.warnings).toMatchObject([{ code: 'overlapping-people', name: 'Sari' }]);
    await step(app, stranger, elsewhere, 'accept');
    const history = await api(app).get('/api/visits/{id}/history', { as: guest, path: { id: elsewhere.id } });
    expect((history.body as { items: { reason: string }[] }).items.at(-1)?.reason).toContain('Sari');
  });
});

test("nobody learns from a draft when other units' people are away", async () => {
  const budi = { name: 'Budi', email: 'budi@orang-lain.test', side: 'invited', role: 'member' };
  const times = { startsAt: '2025-11-17T09:00:00+07:00', endsAt: '2025-11-17T11:00:00+07:00' };
  await confirmed(app, stranger, host, { ...times, guestUnit: 'rutan-purbalingga', participants: [budi] });
  const draft = await create(app, guest, { ...times, hostUnit: 'lapas-abepura', participants: [budi] });
  expect(draft.warnings).toEqual([]);
  const asked = await create(app, guest, { ...times, participants: [budi] });
  expect((await step(app, guest, asked, 'submit')).warnings).toMatchObject([{ name: 'Budi' }]);
});

describe('who may do what', () => {
  test('a draft is seen by the guest alone, a request by both units and their Kanwil', async () => {
    const draft = await create(app, guest);
    await show(guest, draft.id).expect(200);
    for (const by of [host, kanwil, stranger, administrator]) await show(by, draft.id).expect(404);
    await step(app, guest, draft, 'submit');
    for (const by of [host, kanwil, administrator]) await show(by, draft.id).expect(200);
    for (const by of [stranger, otherKanwil]) await show(by, draft.id).expect(404);
  });

  test('whoever takes part sees the visit once it is asked for, and changes nothing', async () => {
    const draft = await create(app, guest, {
      participants: [{ name: 'Lain', email: 'petugas@lain.test', side: 'invited', role: 'observer' }],
    });
    const listed = async () => {
      const page = await api(app)
        .get('/api/visits', { as: stranger, query: { limit: 200 } })
        .expect(200);
      return page.body.items.some(({ id }) => id === draft.id);
    };
    await show(stranger, draft.id).expect(404);
    expect(await listed()).toBe(false);
    const visit = await step(app, guest, draft, 'submit');
    await show(stranger, draft.id).expect(200);
    expect(await listed()).toBe(true);
    await step(app, stranger, visit, 'accept', {}, 403);
    await api(app)
      .patch('/api/visits/{id}', {
        as: stranger,
        path: { id: visit.id },
        body: { version: visit.version, title: 'x' },
      })
      .expect(403);
  });

  test('an officer books for the own unit only, and each side takes its own steps', async () => {
    await post(stranger, visitBody).expect(403);
    await post(administrator, visitBody).expect(403);
    const visit = await requested(app, guest);
    await step(app, guest, visit, 'accept', {}, 409);
    await step(app, kanwil, visit, 'accept', {}, 409);
    await step(app, administrator, visit, 'accept', {}, 403);
    await step(app, stranger, visit, 'accept', {}, 404);
    expect(visit.allowedActions).toEqual(['propose', 'withdraw']);
  });

  test('where the Kanwil approves, nobody accepts before it has', async () => {
    const approving = (value: boolean) =>
      app.database.query(`UPDATE regional_office SET approves_inside = $1 WHERE code = 'jawa-tengah'`, [
        value,
      ]);
    await approving(true);
    const times = { startsAt: '2025-11-12T09:00:00+07:00', endsAt: '2025-11-12T11:00:00+07:00' };
    const visit = await requested(app, guest, times);
    const refused = await step<Shown>(app, host, visit, 'accept', {}, 409);
    expect(refused.code).toBe('approval-missing');
    const approved = await step(app, kanwil, visit, 'approve');
    await step(app, kanwil, approved, 'approve', {}, 409);
    expect((await step(app, host, approved, 'accept')).state).toBe('confirmed');
    await approving(false);
  });

  test('lists hold what somebody may see, page by page, also when more is booked meanwhile', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await api(app)
        .get('/api/visits', {
          as: kanwil,
          query: { limit: 2, unit: 'bapas-purwokerto', ...(cursor && { cursor }) },
        })
        .expect(200);
      const { items, nextCursor } = page.body;
      expect(items.every(({ state }) => state !== 'draft')).toBe(true);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor ?? '';
      if (seen.length === 2) await requested(app, guest);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const none = await api(app).get('/api/visits', { as: otherKanwil }).expect(200);
    expect(none.body.items).toEqual([]);
  });
});

describe('participants', () => {
  test('both units add, change and remove them; answers and attendance say when', async () => {
    const visit = await confirmed(app, guest, host, {
      startsAt: '2025-11-13T09:00:00+07:00',
      endsAt: '2025-11-13T11:00:00+07:00',
    });
    const people = `/api/visits/${visit.id}/participants`;
    const added = await request(app.server)
      .post(people)
      .set(host)
      .send({
        name: 'Budi',
        email: 'budi@contoh.test',
        phone: '0812-3456-789',
        side: 'host',
        role: 'speaker',
      })
      .expect(201);
    const { id } = added.body as { id: string };
    expect(added.body).toMatchObject({ phone: '+628123456789' });
    app.clock.set(new Date('2025-11-13T01:00:00Z'));
    const present = await request(app.server)
      .patch(`${people}/${id}`)
      .set(guest)
      .send({ answer: 'accepted', attendance: 'present' })
      .expect(200);
    expect(present.body).toMatchObject({
      answer: 'accepted',
      attendance: 'present',
      attendanceBy: 'Petugas petugas@tamu.test',
      attendanceAt: '2025-11-13T08:00:00+07:00',
    });
    await request(app.server).patch(`${people}/${id}`).set(kanwil).send({ role: 'member' }).expect(403);
    await request(app.server).delete(`${people}/${id}`).set(guest).expect(204);
    await request(app.server).delete(`${people}/${id}`).set(guest).expect(404);
    app.clock.set(START);
  });

  test('a whole unit is invited at once, nobody twice', async () => {
    await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
    const visit = await create(app, guest, {
      participants: [{ name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'leader' }],
    });
    const invite = () =>
      api(app).post('/api/visits/{id}/participants/unit', {
        as: guest,
        path: { id: visit.id },
        body: { unit: 'bapas-purwokerto', side: 'guest' },
      });
    const first = await invite().expect(201);
    const { items } = first.body;
    expect(items.map(({ email }) => email)).toEqual(['kepala@tamu.test']);
    const second = await invite().expect(201);
    expect(second.body.items).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { type TestApp } from './support/app.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { type UsualPeople } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';
import { LINK, online, startWithHead, visitTools, withoutVisits } from './support/online-visits.js';

let app: TestApp;
let people: UsualPeople;
let hostHead: Header;

beforeAll(async () => {
  ({ app, people, hostHead } = await startWithHead());
}, 60_000);
afterAll(() => app.close());
beforeEach(() => withoutVisits(app));

const { read, patch } = visitTools(() => ({ app, people }));
const held = async ({ id }: { id: string }): Promise<number> =>
  (await app.database.query('SELECT 1 FROM host_time WHERE visit_id = $1', [id])).length;
const takesPlaces = async (onlineTakesPlace: boolean): Promise<void> => {
  const path = { code: 'rutan-banjarnegara' };
  const { version } = (await api(app).get('/api/units/{code}', { as: hostHead, path }).expect(200)).body;
  const body = { version, hostingPolicy: { onlineTakesPlace } };
  await api(app).patch('/api/units/{code}', { as: hostHead, path, body }).expect(200);
};

describe('A place at the host', () => {
  test('is taken by none that is online, and by one in between', async () => {
    const there = await confirmed(app, people.guest, people.host);
    const call = await confirmed(app, people.guest, people.host, online);
    const another = await confirmed(app, people.guest, people.host, online);
    expect(await Promise.all([there, call, another].map(held))).toEqual([1, 0, 0]);
    const both = await requested(app, people.guest, { mode: 'hybrid' });
    const refused = await step<{ code: string }>(app, people.host, both, 'accept', {}, 409);
    expect(refused.code).toBe('host-time-taken');
  });

  test('is taken by online visits, too, where the host says so', async () => {
    await takesPlaces(true);
    const call = await confirmed(app, people.guest, people.host, online);
    expect(await held(call)).toBe(1);
    const later = await requested(app, people.guest, online);
    expect((await read(later.id, people.host)).allowedActions).not.toContain('accept');
    await step(app, people.host, later, 'accept', {}, 409);
    await takesPlaces(false);
    await step(app, people.host, later, 'accept');
    expect(await held(later)).toBe(0);
  });

  test('is given back when a visit goes online, and has to be free when it comes back', async () => {
    const first = await confirmed(app, people.guest, people.host);
    await patch(first, { mode: 'online' }, people.guest);
    expect(await held(first)).toBe(0);
    const second = await confirmed(app, people.guest, people.host);
    expect((await patch(first, { mode: 'on-site' }, people.guest, 409)).code).toBe('host-decides-coming');
    expect((await patch(first, { mode: 'on-site' }, people.host, 409)).code).toBe('host-time-taken');
    await patch(second, { mode: 'online' }, people.host);
    await patch(first, { mode: 'on-site' }, people.host);
    expect(await Promise.all([first, second].map(held))).toEqual([1, 0]);
  });

  test('need not be free for a meeting online that is looked for', async () => {
    await confirmed(app, people.guest, people.host);
    const query = { from: '2025-10-30', to: '2025-10-30', minutes: 180 };
    const path = { code: 'rutan-banjarnegara' };
    const found = async (mode?: 'online' | 'hybrid') => {
      const asked = { ...query, ...(mode ? { mode } : {}) };
      const call = api(app).get('/api/units/{code}/availability', { as: people.guest, path, query: asked });
      return (await call.expect(200)).body.items.map(({ startsAt }) => startsAt);
    };
    expect(await found('online')).toContain('2025-10-30T08:00:00+07:00');
    expect(await found('hybrid')).toEqual(await found());
    expect(await found()).not.toContain('2025-10-30T08:00:00+07:00');
  });
});

describe('Whoever is in two meetings at once', () => {
  test('is told of on the visit that is to be accepted: participants and the officer who accepts', async () => {
    await confirmed(app, people.guest, people.host, online);
    const second = await requested(app, people.guest, online);
    expect((await read(second.id)).warnings).toMatchObject([{ name: 'Sari', code: 'overlapping-people' }]);
    const seen = await read(second.id, people.host);
    expect(seen.warnings.map(({ name, participantId }) => [name, participantId === null])).toEqual([
      ['Petugas petugas@tuan.test', true],
      ['Sari', false],
    ]);
    expect((await read(second.id, hostHead)).warnings.map(({ name }) => name)).toEqual(['Sari']);
    const accepted = await step(app, people.host, second, 'accept');
    expect(accepted.warnings).toHaveLength(2);
    const history = await api(app).get('/api/visits/{id}/history', {
      as: people.guest,
      path: { id: second.id },
    });
    expect((history.body as { items: { reason: string }[] }).items.at(-1)?.reason).toContain(
      'Petugas petugas@tuan.test, Sari',
    );
  });

  test('is told of while it is asked for, though the host’s place is free', async () => {
    await confirmed(app, people.guest, people.host, online);
    const form = filledBooking({ mode: 'online', meetingLink: LINK, langkah: 'periksa' });
    const answer = await request(app.server)
      .post(BOOKING)
      .set('accept', 'text/html')
      .set(people.guest)
      .type('form')
      .send(form)
      .expect(200);
    expect(answer.text).toContain('Sudah ikut kunjungan lain pada waktu itu: Sari');
    expect(answer.text).not.toContain('Tuan rumah sudah menerima kunjungan lain');
    expect(answer.text).toContain('Cara bertemu: daring (rapat video)');
    await request(app.server)
      .post(BOOKING)
      .set('accept', 'text/html')
      .set(people.guest)
      .type('form')
      .send({ ...form, langkah: 'kirim' })
      .expect(303);
  });
});

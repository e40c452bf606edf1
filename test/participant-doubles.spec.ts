import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { create, visitBody, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const budi = { name: 'Budi Santoso', side: 'guest', role: 'member' } as const;
/** Others of that name, each told apart by something else. */
const namesakes = [
  { ...budi, position: 'Kasubsi' },
  { ...budi, office: 'Dinas Pertanian' },
  { ...budi, nip: '198001012005011001' },
  { ...budi, phone: '0812 3456 7890' },
  { ...budi, side: 'host' as const },
  { ...budi, email: 'budi@contoh.test' },
];
const names = ({ participants }: ShownVisit) => participants.map(({ name }) => name);
const add = (visit: { id: string }, body: object) =>
  request(app.server).post(`/api/visits/${visit.id}/participants`).set(people.guest).send(body);

describe('Two entries of one name without an address', () => {
  test('are two people as soon as something tells them apart', async () => {
    const visit = await create(app, people.guest, {
      participants: [budi, ...namesakes],
    });
    expect(names(visit)).toHaveLength(namesakes.length + 1);
  });

  test.each([
    ['as they are', budi],
    ['in other letters', { ...budi, name: ' BUDI  SANTOSO ' }],
    ['in another role', { ...budi, role: 'speaker' }],
  ])('are refused with the visit, %s', async (_, other) => {
    const body = { ...visitBody, participants: [budi, other] };
    const answer = await request(app.server).post('/api/visits').set(people.guest).send(body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'participant-double']);
  });

  test('are refused when the second is added later, until something tells it apart', async () => {
    const visit = await create(app, people.guest, { participants: [budi] });
    const refused = await add(visit, budi).expect(409);
    expect((refused.body as { code: string }).code).toBe('participant-double');
    for (const other of namesakes) await add(visit, other).expect(201);
    for (const other of namesakes.slice(0, 4)) await add(visit, other).expect(409);
  });

  test('do not come to be by a change that takes away what told them apart', async () => {
    const visit = await create(app, people.guest, {
      participants: [budi, { ...budi, position: 'Kasubsi' }],
    });
    const path = {
      id: visit.id,
      participantId: visit.participants[1]?.id ?? '',
    };
    const change = (body: object) =>
      api(app).patch('/api/visits/{id}/participants/{participantId}', {
        as: people.guest,
        path,
        body,
      });
    const refused = await change({ position: null });
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      409,
      'participant-double',
    ]);
    await change({ role: 'speaker' }).expect(200);
    await change({ position: 'Kepala', phone: '0812 3456 7890' }).expect(200);
  });

  test('are told beside the name by the form', async () => {
    const visit = await create(app, people.guest, { participants: [budi] });
    const { text } = await request(app.server)
      .post(`/kunjungan/${visit.id}/peserta`)
      .set(people.guest)
      .set('accept', 'text/html')
      .type('form')
      .send(budi)
      .expect(409);
    expect(text).toContain('lengkapi jabatan');
    expect(text).toContain('value="Budi Santoso"');
  });
});

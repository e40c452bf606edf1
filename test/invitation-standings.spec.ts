import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { create, step, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  const participants = ['arif', 'budi', 'citra'].map((name) => ({
    ...{ name, email: `${name}@contoh.test`, side: 'guest', role: 'member' },
  }));
  visit = await create(app, people.guest, { participants });
  await app.settle();
});
afterAll(() => app.close());

/** Where each stands by the API, and what the visit's page and the list of participants count. */
async function shown(): Promise<{ standings: string[]; counted: string[] }> {
  const path = { id: visit.id };
  const answer = await api(app).get('/api/visits/{id}/participants', { as: people.guest, path }).expect(200);
  const pages = [`/kunjungan/${visit.id}`, `/kunjungan/${visit.id}/peserta`];
  const counted = await Promise.all(
    pages.map(async (page) => {
      const { text } = await request(app.server).get(page).set('accept', 'text/html').set(people.guest);
      return /<p class="card-body pb-2 mb-0 text-secondary">([^<]*)</.exec(text)?.[1] ?? '';
    }),
  );
  const standings = answer.body.items.map(({ standing, invitedAt }) => {
    expect(invitedAt === null).toBe(standing === 'not-invited');
    return standing;
  });
  return { standings, counted: [...new Set(counted.filter(Boolean))] };
}

const nobody = {
  standings: ['not-invited', 'not-invited', 'not-invited'],
  counted: ['3 undangan belum dikirim'],
};

test('nobody owes an answer to what was not sent: in a draft, a request, and while the mails wait', async () => {
  expect((await shown()).standings).toEqual(nobody.standings);
  visit = await step(app, people.guest, visit, 'submit');
  await app.settle();
  expect(await shown()).toEqual(nobody);
  visit = await step(app, people.host, visit, 'accept');
  expect(await shown()).toEqual(nobody);
});

test('whoever was mailed one has not answered it', async () => {
  await app.settle();
  expect(await shown()).toEqual({
    standings: ['needs-action', 'needs-action', 'needs-action'],
    counted: ['3 belum menjawab'],
  });
});

test.each(['queued', 'failed', 'suppressed', 'overtaken'])(
  'an invitation that is %s is none',
  async (state) => {
    const set = (to: string): Promise<unknown> =>
      app.database.query(
        `UPDATE mail SET state = $1, sent_at = CASE WHEN $1 = 'sent' THEN created_at END, last_error = 'x'
       WHERE recipient_email = 'arif@contoh.test'`,
        [to],
      );
    await set(state);
    expect(await shown()).toEqual({
      standings: ['not-invited', 'needs-action', 'needs-action'],
      counted: ['2 belum menjawab · 1 undangan belum dikirim'],
    });
    await set('sent');
  },
);

test('what somebody said by another way stands, invited or not', async () => {
  const added = await api(app)
    .post('/api/visits/{id}/participants', {
      as: people.guest,
      path: { id: visit.id },
      body: { name: 'Dewi', side: 'guest', role: 'member' },
    })
    .expect(201);
  const { id } = added.body;
  expect((await shown()).standings.at(-1)).toBe('not-invited');
  await api(app)
    .patch('/api/visits/{id}/participants/{participantId}', {
      as: people.guest,
      path: { id: visit.id, participantId: id },
      body: { answer: 'accepted' },
    })
    .expect(200);
  const answer = await api(app)
    .get('/api/visits/{id}/participants', { as: people.guest, path: { id: visit.id } })
    .expect(200);
  expect(answer.body.items.at(-1)).toMatchObject({ standing: 'accepted', invitedAt: null });
});

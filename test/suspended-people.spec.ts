import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { START, type TestApp } from './support/app.js';
import { HandoverBench } from './support/handover.js';
import { step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let bench: HandoverBench;
let app: TestApp;
let host: Header;
let kanwil: Header;
let head: Header;
beforeAll(async () => {
  bench = await HandoverBench.open();
  ({ app, host, kanwil, head } = bench);
});
afterAll(() => bench.app.close());
beforeEach(() => app.clock.set(START));

test('a suspended person gets no mail any more, whatever writes it', async () => {
  const budi = await bench.person('Budi Empat');
  const { visit } = await bench.burden(budi);
  const before = (await bench.mailsTo(budi.email)).length;
  await bench.change(budi, { suspended: true });
  await api(app)
    .post('/api/visits/{id}/participants', {
      as: head,
      path: { id: visit.id },
      body: { name: 'Baru', email: 'baru@contoh.test', side: 'guest', role: 'member' },
    })
    .expect(201);
  await app.settle();
  const current = (
    await api(app)
      .get('/api/visits/{id}', { as: head, path: { id: visit.id } })
      .expect(200)
  ).body;
  await step(app, host, current, 'cancel', { reason: 'Aula rusak' });
  await app.settle();
  const later = (await bench.mailsTo(budi.email)).slice(before);
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter(({ state }) => state !== 'suppressed')).toEqual([]);
  expect((await bench.mailsTo('baru@contoh.test')).length).toBeGreaterThan(0);
});

test('what waits for somebody at the moment of the suspension does not leave', async () => {
  const budi = await bench.person('Budi Lima');
  await bench.visitOf(budi);
  await app.database.query(
    `UPDATE mail SET state = 'queued', sent_at = NULL WHERE recipient_email = $1 AND state = 'sent'`,
    [budi.email],
  );
  await bench.change(budi, { suspended: true });
  await app.settle();
  expect((await bench.mailsTo(budi.email)).map(({ state }) => state)).not.toContain('sent');
  const states = await app.database.query(
    `SELECT DISTINCT state FROM mail WHERE recipient_email = $1 AND state IN ('queued', 'sent')`,
    [budi.email],
  );
  expect(states).toEqual([]);
});

test('an office’s own mailbox goes on being written to, though it was a suspended account’s', async () => {
  const budi = await bench.person('Budi Enam');
  await app.database.query('UPDATE unit SET email = $1 WHERE code = $2', [budi.email, 'rutan-purbalingga']);
  await bench.change(budi, { suspended: true });
  const [closed] = await app.database.query('SELECT 1 FROM closed_address WHERE email = $1', [budi.email]);
  expect(closed).toBeUndefined();
});

describe('Somebody who moves', () => {
  test('is of the new unit, and the former unit’s visits name that and keep the person', async () => {
    const budi = await bench.person('Budi Tigabelas');
    const sari = await bench.person('Sari Tigabelas');
    const visit = await bench.visitOf(budi);
    const answer = await bench.change(
      budi,
      { unit: 'rutan-purbalingga', handover: { each: [{ kind: 'visits.contacts', successor: sari.id }] } },
      kanwil,
    );
    expect(answer.status).toBe(200);
    const [leader] = await bench.participantsOf(visit);
    expect(leader).toMatchObject({ name: budi.name, office: 'Rutan Kelas IIB Purbalingga', role: 'leader' });
    const shown = (
      await api(app)
        .get('/api/visits/{id}', { as: head, path: { id: visit.id } })
        .expect(200)
    ).body;
    expect(shown.contact).toMatchObject({ name: sari.name });
    const colleagues = (await bench.hangsOn(sari)).successors.map(({ id }) => id);
    expect(colleagues).not.toContain(budi.id);
  });

  test('gives the places away before, and hears that they are taken back', async () => {
    const budi = await bench.person('Budi Empatbelas');
    const sari = await bench.person('Sari Empatbelas');
    const visit = await bench.visitOf(budi);
    await app.settle();
    await bench.change(budi, { unit: 'rutan-purbalingga', handover: { successor: sari.id } }, kanwil);
    await app.settle();
    expect((await bench.participantsOf(visit)).map(({ name }) => name)).toEqual([sari.name]);
    const calendar = (await bench.mailsTo(budi.email)).filter(({ method }) => method !== null);
    expect(calendar.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
  });
});

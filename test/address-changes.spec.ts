import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import ICAL from 'ical.js';
import { START, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { HandoverBench, type Officer } from './support/handover.js';
import { PASSWORD } from './support/people.js';
import { step, type Header, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let bench: HandoverBench;
let app: TestApp;
let host: Header;
let head: Header;

beforeAll(async () => {
  bench = await HandoverBench.open();
  ({ app, host, head } = bench);
});
afterAll(() => bench.app.close());
beforeEach(() => app.clock.set(START));

const OLD = 'tamu.salah@contoh.test';

/** Calendar messages to an address: method, UID, SEQUENCE, and whether they name a place. */
async function told(email: string) {
  await app.settle();
  const mails = await app.database.query<{ calendar: string; key: string }>(
    `SELECT calendar_content AS calendar, key FROM mail
     WHERE recipient_email = $1 AND calendar_method IS NOT NULL ORDER BY position`,
    [email],
  );
  return mails.map(({ calendar }) => {
    const object = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
    const event = object.getFirstSubcomponent('vevent');
    return {
      method: object.getFirstPropertyValue('method'),
      uid: event?.getFirstPropertyValue('uid'),
      sequence: event?.getFirstPropertyValue('sequence'),
    };
  });
}

const idOf = async (visit: { id: string }, name: string): Promise<string> =>
  (await bench.participantsOf(visit)).find((one) => one.name === name)?.id ?? '';
const readdress = async (visit: { id: string }, name: string, email: string | null, by: Header = head) =>
  api(app).patch('/api/visits/{id}/participants/{participantId}', {
    as: by,
    path: { id: visit.id, participantId: await idOf(visit, name) },
    body: wrong({ email }),
  });

describe('The address of a participant', () => {
  let budi: Officer;
  let visit: ShownVisit;
  let renewed = 0;
  beforeEach(async () => {
    budi = await bench.person(`Budi ${++renewed}`);
    visit = await bench.visitOf(budi, [{ name: 'Tamu', email: OLD, side: 'guest', role: 'member' }]);
    await app.settle();
  });

  test('is corrected by its side: the answer stays, the new one is invited, the old one hears nothing more', async () => {
    const id = await idOf(visit, 'Tamu');
    await api(app)
      .patch('/api/visits/{id}/participants/{participantId}', {
        as: head,
        path: { id: visit.id, participantId: id },
        body: { answer: 'accepted' },
      })
      .expect(200);
    const before = (await told(OLD)).length;
    const email = `tamu.benar${renewed}@contoh.test`;
    const answer = await readdress(visit, 'Tamu', email);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ email, answer: 'accepted', id });
    const invited = await told(email);
    expect(invited).toEqual([{ method: 'REQUEST', uid: visit.id, sequence: 0 }]);
    expect(await told(OLD)).toHaveLength(before);

    const current = (
      await api(app)
        .get('/api/visits/{id}', { as: head, path: { id: visit.id } })
        .expect(200)
    ).body;
    await step(app, host, current, 'cancel', { reason: 'Aula rusak' });
    expect(await told(OLD)).toHaveLength(before);
    expect((await told(email)).at(-1)).toEqual({ method: 'CANCEL', uid: visit.id, sequence: 1 });
  });

  test('that was left and is somebody’s again is invited once more', async () => {
    await readdress(visit, 'Tamu', `lain${renewed}@contoh.test`);
    await app.settle();
    const before = (await told(OLD)).length;
    await api(app)
      .post('/api/visits/{id}/participants', {
        as: head,
        path: { id: visit.id },
        body: { name: 'Pemilik', email: OLD, side: 'guest', role: 'member' },
      })
      .expect(201);
    expect((await told(OLD)).slice(before)).toEqual([{ method: 'REQUEST', uid: visit.id, sequence: 0 }]);
  });

  test('that is taken away leaves nothing behind, and no cancellation', async () => {
    const before = (await told(OLD)).length;
    expect((await readdress(visit, 'Tamu', null)).body).toMatchObject({ email: null });
    expect(await told(OLD)).toHaveLength(before);
  });

  test('of a mailbox that another shares goes on for the other', async () => {
    await api(app)
      .post('/api/visits/{id}/participants', {
        as: head,
        path: { id: visit.id },
        body: { name: 'Rekan', email: OLD, side: 'guest', role: 'member' },
      })
      .expect(201);
    const before = (await told(OLD)).length;
    await readdress(visit, 'Tamu', `sendiri${renewed}@contoh.test`);
    expect((await told(OLD)).slice(before).map(({ method }) => method)).toEqual(['REQUEST']);
  });

  test('ends the links that the old one was sent, and answers by mail to it', async () => {
    const count = async () =>
      (
        await app.database.query(`SELECT FROM participant_link WHERE participant_id = $1`, [
          await idOf(visit, 'Tamu'),
        ])
      ).length;
    expect(await count()).toBe(1);
    await readdress(visit, 'Tamu', `baru${renewed}@contoh.test`);
    expect(await count()).toBe(0);
    const returns = await app.database.query(`SELECT FROM return_address WHERE stream = $1 AND email = $2`, [
      visit.id,
      OLD,
    ]);
    expect(returns).toEqual([]);
  });

  test('is not changed by the other side, nor to one that the same person has there already', async () => {
    expect((await readdress(visit, 'Tamu', 'x@contoh.test', host)).status).toBe(403);
    await api(app)
      .post('/api/visits/{id}/participants', {
        as: head,
        path: { id: visit.id },
        body: { name: 'Tamu', email: `ada${renewed}@contoh.test`, side: 'guest', role: 'member' },
      })
      .expect(201);
    expect((await readdress(visit, 'Tamu', `ada${renewed}@contoh.test`)).body).toMatchObject({
      code: 'participant-twice',
    });
    expect((await readdress(visit, 'Tamu', 'bukan alamat')).status).toBe(422);
  });
});

/** The link that was mailed to a new address. */
async function linkTo(email: string): Promise<string> {
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND key LIKE 'address-new:%' ORDER BY position DESC`,
    [email],
  );
  return /\/alamat\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
}
const keysTo = async (email: string) => (await bench.mailsTo(email)).map(({ key }) => key.split(':')[0]);

describe('The address of an account', () => {
  test('is changed by the link to the new one, and everything of the account stays', async () => {
    const budi = await bench.person('Budi Alamat');
    const visit = await bench.visitOf(budi);
    const feed = await subscribeTo(app, budi.as, 'me');
    await app.settle();
    const id = await idOf(visit, budi.name);
    const email = 'budi@kemenimipas.test';
    await api(app).post('/api/me/address', { as: budi.as, body: { email } }).expect(202);
    expect(await keysTo(email)).toEqual(['address-new']);
    expect((await keysTo(budi.email)).at(-1)).toBe('address-asked');
    const link = await linkTo(email);
    const page = await request(app.server).get(link).set('accept', 'text/html').expect(200);
    expect(page.text).toContain(email);
    await api(app).get('/api/me', { as: budi.as }).expect(200);
    expect((await bench.participantsOf(visit))[0]).toMatchObject({ email: budi.email });

    await request(app.server).post(link).type('form').set('accept', 'text/html').send({}).expect(200);
    const me = await api(app).get('/api/me', { as: budi.as }).expect(200);
    expect(me.body).toMatchObject({ id: budi.id, email });
    await request(app.server).get(feed.path).expect(200);
    await app.signIn(email, PASSWORD);
    expect((await bench.participantsOf(visit))[0]).toMatchObject({ id, email, name: budi.name });
    const shown = (
      await api(app)
        .get('/api/visits/{id}', { as: budi.as, path: { id: visit.id } })
        .expect(200)
    ).body;
    expect(shown.contact).toMatchObject({ email });
    expect(await told(email)).toEqual([{ method: 'REQUEST', uid: visit.id, sequence: 0 }]);
    expect((await told(budi.email)).map(({ method }) => method)).toEqual(['REQUEST']);
    expect((await keysTo(budi.email)).at(-1)).toBe('address-changed');
    await request(app.server).post(link).type('form').set('accept', 'text/html').send({}).expect(410);
    await api(app)
      .post('/api/address-changes/{token}', { path: { token: link.split('/').at(-1) } })
      .expect(410);
  });

  test('an answer to the former invitation counts for the new address', async () => {
    const budi = await bench.person('Budi Jawab');
    const visit = await bench.visitOf(budi);
    await app.settle();
    const tokenOf = async () =>
      (
        await app.database.query<{ token: string; email: string }>(
          `SELECT token, email FROM return_address WHERE stream = $1 AND email LIKE 'budi.jawab%'`,
          [visit.id],
        )
      )[0];
    const before = await tokenOf();
    await api(app)
      .post('/api/people/{id}/address', {
        as: head,
        path: { id: budi.id },
        body: { email: 'budi.jawab@baru.test' },
      })
      .expect(202);
    const token = (await linkTo('budi.jawab@baru.test')).split('/').at(-1);
    await api(app).post('/api/address-changes/{token}', { path: { token } }).expect(204);
    expect(await tokenOf()).toEqual({ token: before?.token, email: 'budi.jawab@baru.test' });
  });

  test('is refused where it is taken, to strangers, to programs and to who is suspended', async () => {
    const budi = await bench.person('Budi Tolak');
    const sari = await bench.person('Sari Tolak');
    const ask = (by: Header, of: Officer, email: string) =>
      api(app).post('/api/people/{id}/address', { as: by, path: { id: of.id }, body: { email } });
    expect((await ask(head, budi, sari.email).expect(409)).body).toMatchObject({ code: 'email-taken' });
    await ask(sari.as, budi, 'x@x.test').expect(403);
    await ask(host, budi, 'x@x.test').expect(403);
    const made = await api(app)
      .post('/api/tokens', { as: budi.as, body: { name: 'x' } })
      .expect(201);
    const program = { authorization: `Bearer ${made.body.token}` };
    await api(app)
      .post('/api/me/address', { as: program, body: { email: 'x@x.test' } })
      .expect(403);
    await ask(head, budi, 'pindah@x.test').expect(202);
    await bench.change(budi, { suspended: true });
    const token = (await linkTo('pindah@x.test')).split('/').at(-1);
    await api(app).post('/api/address-changes/{token}', { path: { token } }).expect(410);
    await ask(head, budi, 'x@x.test').expect(409);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { agendaVersion, pathOf, welcome, type ShownAgenda } from './support/agendas.js';
import { sendAsRead } from './support/as-read.js';
import { api } from './support/api-client.js';
import { START, startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { clientReplies, returnAddressOf } from './support/replies.js';
import { confirmed, create, step, type ShownVisit } from './support/visits.js';

const OFFICE = 'kantor@contoh.test';
const budi = { name: 'Budi Santoso', email: OFFICE, side: 'guest', role: 'leader' } as const;
const siti = { name: 'Siti Aminah', email: OFFICE, side: 'guest', role: 'member' } as const;
const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'speaker' } as const;
const BOTH = 'Budi Santoso dan Siti Aminah';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'error' });
  people = await usualPeople(app);
  // As many parallel places as may be: these tests are not about the host's time.
  await app.database.query(`UPDATE hosting_policy SET capacity = 20 WHERE unit = 'rutan-banjarnegara'`);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

interface Sent {
  key: string;
  name: string;
  subject: string;
  text: string;
  method: string | null;
  calendar: string | null;
}

/** Mails of a visit to the office whose key begins with a word, in order. */
async function mails(visit: { id: string }, key = ''): Promise<Sent[]> {
  await app.settle();
  return app.database.query(
    `SELECT key, recipient_name AS name, subject, body_text AS text, calendar_method AS method, calendar_content AS calendar
     FROM mail WHERE stream = $1 AND recipient_email = $2 AND key LIKE $3 || '%' ORDER BY position`,
    [visit.id, OFFICE, key],
  );
}

const read = async (visit: { id: string }): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const answersOf = async (visit: { id: string }): Promise<string[]> =>
  (await read(visit)).participants.filter(({ email }) => email === OFFICE).map(({ answer }) => answer);
const idOf = async (visit: { id: string }, name: string): Promise<string> =>
  (await read(visit)).participants.find((each) => each.name === name)?.id ?? '';
const add = (visit: { id: string }, participant: object) =>
  request(app.server).post(`/api/visits/${visit.id}/participants`).set(people.guest).send(participant);

/** Publishes an agenda of one session. */
async function publishAgenda(visit: { id: string }): Promise<ShownAgenda> {
  const version = () => agendaVersion(app, visit.id);
  await sendAsRead(
    request(app.server).put(pathOf(visit)).set(people.host),
    { items: [welcome] },
    version,
  ).expect(200);
  const published = request(app.server).post(pathOf(visit, '/publish')).set(people.host);
  return (await sendAsRead(published, {}, version).expect(200)).body as ShownAgenda;
}

let stamp = 0;
const reply = async (visit: ShownVisit, status: string, to?: string): Promise<string | undefined> => {
  const mail = clientReplies.Gmail({
    ...{ name: 'Kantor', email: OFFICE, uid: visit.id, sequence: 0, status },
    stamp: `20251020T0101${String((stamp += 1)).padStart(2, '0')}Z`,
    ...(to === undefined ? {} : { to }),
  });
  return (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
};
const linkFor = ({ text }: Sent, name: string): string =>
  new RegExp(`Jawab untuk ${name}:\\s+\\S+(/jawab/[\\w-]+)`).exec(text)?.[1] ?? 'none';

describe('Two people with one mailbox', () => {
  test('are both invited; the same person twice is not', async () => {
    const visit = await create(app, people.guest, { participants: [budi, siti] });
    expect(visit.participants.map(({ name }) => name)).toEqual([budi.name, siti.name]);
    for (const name of ['budi santoso', 'Budi', 'Dra. Siti Aminah, M.H.']) {
      const { status, body } = await add(visit, { ...siti, name });
      expect([status, (body as { code: string }).code]).toEqual([409, 'participant-twice']);
    }
    await add(visit, { ...siti, name: 'Joko' }).expect(201);
    const renamed = await api(app).patch('/api/visits/{id}/participants/{participantId}', {
      as: people.guest,
      path: { id: visit.id, participantId: await idOf(visit, 'Joko') },
      body: { name: 'Siti Aminah' },
    });
    expect(renamed.status).toBe(409);
    const twice = await request(app.server)
      .post('/api/visits')
      .set(people.guest)
      .send({ ...visitBodyOf(visit), participants: [budi, { ...budi, role: 'member' }] });
    expect(twice.status).toBe(409);
  });

  test('get one invitation that names both, with an answer link each', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti, tono] });
    const [invitation, ...more] = await mails(visit, 'invitation:');
    expect(more).toEqual([]);
    if (!invitation) throw new Error('no invitation');
    expect(invitation.name).toBe(BOTH);
    expect(invitation.text).toContain(`dipakai bersama oleh ${BOTH}`);
    const calendar = new ICAL.Component(ICAL.parse(invitation.calendar ?? '') as unknown[]);
    const attendees = calendar.getFirstSubcomponent('vevent')?.getAllProperties('attendee') ?? [];
    expect(
      attendees.map((one) => [
        String(one.getFirstValue()).toLowerCase(),
        one.getParameter('cn'),
        one.getParameter('role'),
      ]),
    ).toEqual([[`mailto:${OFFICE}`, BOTH, 'CHAIR']]);
    await request(app.server)
      .post(linkFor(invitation, siti.name))
      .type('form')
      .send({ answer: 'declined' })
      .expect(303);
    expect(await answersOf(visit)).toEqual(['needs-action', 'declined']);
  });

  test('answer from their calendar for all who have not answered alone, whoever pressed the button', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti] });
    const [invitation] = await mails(visit, 'invitation:');
    const to = await returnAddressOf(app, visit.id, OFFICE);
    expect(await reply(visit, 'TENTATIVE', to)).toBe('answer');
    expect(await answersOf(visit)).toEqual(['tentative', 'tentative']);
    app.clock.advance(60_000);
    await request(app.server)
      .post(linkFor(invitation as Sent, siti.name))
      .type('form')
      .send({ answer: 'declined' })
      .expect(303);
    app.clock.advance(60_000);
    stamp += 20;
    expect(await reply(visit, 'ACCEPTED', to)).toBe('answer');
    expect(await answersOf(visit)).toEqual(['accepted', 'declined']);
    const { body } = await api(app).get('/api/visits/{id}/history', {
      as: people.guest,
      path: { id: visit.id },
    });
    const reasons = (body as { items: { reason: string | null }[] }).items.map(({ reason }) => reason);
    expect(reasons).toContain(`Dari kotak surat bersama ${BOTH}`);
  });

  test('are asked about together where nobody knows who wrote, and are both meant by an officer’s yes', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti] });
    await mails(visit);
    expect(await reply(visit, 'ACCEPTED')).toBe('question');
    const path = `/api/visits/${visit.id}/reply-questions`;
    const { body } = await request(app.server).get(path).set(people.guest).expect(200);
    const { items } = body as { items: { mail: string; participantName: string }[] };
    expect(items.map(({ participantName }) => participantName)).toEqual([BOTH]);
    await request(app.server).post(`${path}/${items[0]?.mail}/accept`).set(people.guest).send({}).expect(204);
    expect(await answersOf(visit)).toEqual(['accepted', 'accepted']);
  });

  test('part without a cancel: the mailbox is told who stays, and is cancelled with the last', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi] });
    const told = async (): Promise<string[][]> =>
      (await mails(visit, 'invitation:')).map(({ method, name }) => [method ?? '', name]);
    const leave = () =>
      app.database.query(
        `UPDATE mail SET state = 'sent', sent_at = created_at, secrets = 'none' WHERE stream = $1`,
        [visit.id],
      );
    await told();
    await leave();
    await add(visit, siti).expect(201);
    expect(await told()).toEqual([
      ['REQUEST', budi.name],
      ['REQUEST', BOTH],
    ]);
    const [, update] = await mails(visit, 'invitation:');
    expect(update?.subject).toMatch(/^Perubahan: /);
    expect(update?.text).toContain(`Undangan di alamat ini untuk: ${BOTH} (semula satu orang)`);
    await leave();
    const remove = async (name: string): Promise<void> => {
      await api(app)
        .delete('/api/visits/{id}/participants/{participantId}', {
          as: people.guest,
          path: { id: visit.id, participantId: await idOf(visit, name) },
        })
        .expect(204);
    };
    await remove(budi.name);
    expect((await told()).at(-1)).toEqual(['REQUEST', siti.name]);
    await leave();
    await remove(siti.name);
    expect((await told()).at(-1)).toEqual(['CANCEL', siti.name]);
    expect(await told()).toHaveLength(4);
  });

  test('may come for the whole visit and for a session of it', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti] });
    const agenda = await publishAgenda(visit);
    await request(app.server)
      .put(`/api/visits/${visit.id}/participants/${await idOf(visit, siti.name)}/sessions`)
      .set(people.guest)
      .send({ sessions: [agenda.items[0]?.id] })
      .expect(200);
    const invited = (await mails(visit, 'invitation:')).map(({ key, name, method }) => [
      key.includes(visit.id) ? 'visit' : 'session',
      name,
      method,
    ]);
    expect(invited.slice(-2).sort()).toEqual([
      ['session', siti.name, 'REQUEST'],
      ['visit', budi.name, 'REQUEST'],
    ]);
  });

  test('get each other mail once, with both names; and a form each to say what they think', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti, tono] });
    await publishAgenda(visit);
    await mails(visit);
    app.clock.set(new Date('2025-10-29T08:00:00+07:00'));
    await mails(visit);
    app.clock.set(new Date('2025-10-30T12:05:00+07:00'));
    await step(app, people.guest, await read(visit), 'complete');
    await mails(visit);
    const outcomes = { outcomes: 'Kebun dapat ditiru.' };
    await request(app.server)
      .put(`/api/visits/${visit.id}/summary`)
      .set(people.guest)
      .send({ version: 0, ...outcomes })
      .expect(200);
    await request(app.server)
      .post(`/api/visits/${visit.id}/summary/publish`)
      .set(people.guest)
      .send({ version: 1 })
      .expect(200);
    for (const kind of ['agenda:', 'reminder:', 'summary:']) {
      const sent = await mails(visit, kind);
      expect([kind, sent.map(({ name }) => name)]).toEqual([kind, [BOTH]]);
      expect(sent[0]?.text).toContain(BOTH);
    }
    const forms = await mails(visit, 'feedback:');
    expect(forms.map(({ name }) => name).sort()).toEqual([budi.name, siti.name]);
    expect(new Set(forms.map(({ text }) => /\/jawab\/[\w-]+\/masukan/.exec(text)?.[0])).size).toBe(2);
  });

  test('are both marked when mail does not reach the mailbox, and are listed with each mail once', async () => {
    const visit = await confirmed(app, people.guest, people.host, { participants: [budi, siti] });
    await mails(visit);
    await app.database.query(
      `INSERT INTO address_fault (email, status, noticed_at) VALUES ($1, '5.1.1', now())`,
      [OFFICE],
    );
    const { text } = await request(app.server)
      .get(`/kunjungan/${visit.id}`)
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(text.split('kotak surat itu tidak ada').length - 1).toBeGreaterThanOrEqual(2);
    const { body } = await api(app)
      .get('/api/mails', { as: people.guest, query: { visit: visit.id } })
      .expect(200);
    const ids = body.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await app.database.query('DELETE FROM address_fault');
  });
});

const visitBodyOf = ({ guestUnit, hostUnit, kind, title, startsAt, endsAt }: ShownVisit): object => ({
  ...{ guestUnit, hostUnit, kind, title, startsAt, endsAt },
});

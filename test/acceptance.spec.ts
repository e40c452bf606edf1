import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let head: Header;
let count = 0;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  await signedIn(app, { email: 'lain@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
});
afterAll(() => app.close());

const asked = (): Promise<ShownVisit> => {
  const day = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14][(count += 1) - 1];
  const date = `2025-11-${String(day).padStart(2, '0')}`;
  const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` };
  return requested(app, people.guest, { ...times, place: 'Aula' });
};
const idOf = async (email: string): Promise<string> =>
  (await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]))[0]?.id ?? '';
const said = {
  place: 'Ruang rapat lantai 2',
  hostMessage: 'Kami tunggu di pintu utama.',
  conditions: 'Telepon genggam dititipkan.',
  replyLetterNumber: 'WP.13-77',
  replyLetterDate: '2025-10-21',
};
const mailsTo = (email: string, visit: { id: string }) =>
  app.database.query<{ text: string; calendar: string | null }>(
    `SELECT body_text AS text, calendar_method AS calendar FROM mail WHERE recipient_email = $1 AND stream = $2`,
    [email, visit.id],
  );
const ofHost = ({ participants }: ShownVisit) =>
  participants.filter(({ side }) => side === 'host').map(({ email, role }) => [email, role]);

describe('By the API', () => {
  test('a host chooses who receives, and says where and on what terms, with its yes', async () => {
    const hosts = [await idOf('kepala@tuan.test'), await idOf('petugas@tuan.test')];
    const visit = await step(app, people.host, await asked(), 'accept', { hosts, ...said });
    expect(visit).toMatchObject({
      state: 'confirmed',
      place: said.place,
      hostMessage: said.hostMessage,
      conditions: said.conditions,
      letters: { reply: { number: 'WP.13-77', date: '2025-10-21' } },
    });
    expect(ofHost(visit).sort()).toEqual([
      ['kepala@tuan.test', 'leader'],
      ['petugas@tuan.test', 'member'],
    ]);
    await app.settle();
    for (const email of ['kepala@tuan.test', 'petugas@tuan.test']) {
      const invited = (await mailsTo(email, visit)).filter(({ calendar }) => calendar === 'REQUEST');
      expect([email, invited.length]).toEqual([email, 1]);
    }
    const [notice] = await mailsTo('petugas@tamu.test', visit);
    for (const text of [said.hostMessage, said.conditions, said.place, 'WP.13-77']) {
      expect(notice?.text).toContain(text);
    }
  });

  test('nobody is put into the visit who was not chosen', async () => {
    expect(ofHost(await step(app, people.host, await asked(), 'accept'))).toEqual([]);
  });

  test('only people of the host receive, and what goes with an answer goes with no other step', async () => {
    const stranger = [await idOf('petugas@tamu.test')];
    const visit = await asked();
    await step(app, people.host, visit, 'accept', { hosts: stranger }, 422);
    await step(app, people.host, visit, 'accept', { hosts: ['x'] }, 422);
    await step(
      app,
      people.host,
      visit,
      'decline',
      { reason: 'Apel.', hosts: [await idOf('kepala@tuan.test')] },
      422,
    );
    await step(app, people.guest, visit, 'withdraw', { hostMessage: 'Maaf.' }, 422);
    await step(app, people.host, visit, 'accept', { conditions: 'a'.repeat(2001) }, 422);
    expect((await step(app, people.host, visit, 'accept', { hosts: [] })).state).toBe('confirmed');
  });

  test('with another time and with a no the host says them, too', async () => {
    const hosts = [await idOf('kepala@tuan.test')];
    const times = { startsAt: '2025-11-27T09:00:00+07:00', endsAt: '2025-11-27T11:00:00+07:00' };
    const proposed = await step(app, people.host, await asked(), 'propose', { ...times, hosts, ...said });
    expect(proposed).toMatchObject({ hostMessage: said.hostMessage, place: said.place });
    expect(ofHost(proposed)).toEqual([['kepala@tuan.test', 'leader']]);
    const no = { reason: 'Apel.', replyLetterNumber: 'WP.13-78' };
    const declined = await step(app, people.host, await asked(), 'decline', no);
    expect(declined.letters.reply.number).toBe('WP.13-78');
  });

  test('who is there already stays as they are', async () => {
    const petugas = { name: 'Petugas', email: 'petugas@tuan.test', side: 'host', role: 'leader' };
    const before = await requested(app, people.guest, {
      startsAt: '2025-11-20T09:00:00+07:00',
      endsAt: '2025-11-20T11:00:00+07:00',
      participants: [petugas],
    });
    const hosts = [await idOf('kepala@tuan.test'), await idOf('petugas@tuan.test')];
    expect(ofHost(await step(app, people.host, before, 'accept', { hosts }))).toEqual([
      ['petugas@tuan.test', 'leader'],
      ['kepala@tuan.test', 'member'],
    ]);
  });
});

describe('On the page', () => {
  const page = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);
  const ticked = (text: string): string[] =>
    [...text.matchAll(/<input[^>]*name="hosts"[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => / checked/.test(input))
      .map((input) => /value="([^"]+)"/.exec(input)?.[1] ?? '');

  test('the head and whoever accepts are chosen beforehand, and all of it is one form', async () => {
    const visit = await asked();
    const { text } = await page(`/kunjungan/${visit.id}`, people.host).expect(200);
    expect(ticked(text).sort()).toEqual(
      [await idOf('kepala@tuan.test'), await idOf('petugas@tuan.test')].sort(),
    );
    expect(text.match(/name="hosts"/g)).toHaveLength(3);
    const sent = {
      version: visit.version,
      hosts: await idOf('lain@tuan.test'),
      ...said,
      replyLetterDate: '21 Oktober 2025',
    };
    await request(app.server)
      .post(`/kunjungan/${visit.id}/langkah/accept`)
      .set('accept', 'text/html')
      .set(people.host)
      .type('form')
      .send(sent)
      .expect(303);
    const shown = await page(`/kunjungan/${visit.id}`, people.guest).expect(200);
    for (const words of [said.hostMessage, said.conditions, said.place, 'WP.13-77', 'lain@tuan.test']) {
      expect(shown.text).toContain(words);
    }
  });

  test('what was typed stays where it is refused, and the guest is not asked who receives', async () => {
    const visit = await asked();
    const { text } = await request(app.server)
      .post(`/kunjungan/${visit.id}/langkah/accept`)
      .set('accept', 'text/html')
      .set(head)
      .type('form')
      .send({ version: visit.version, hosts: [], ...said, replyLetterDate: '99 Oktober' })
      .expect(422);
    expect(text).toContain(said.conditions);
    expect(text).toContain(said.hostMessage);
    expect(ticked(text)).toEqual([]);
    const guests = await page(`/kunjungan/${visit.id}`, people.guest).expect(200);
    expect(guests.text).not.toContain('name="hosts"');
  });
});

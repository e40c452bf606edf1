import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api, type Shown } from './support/api-client.js';
import { LetterScene, type Letter } from './support/letter-scene.js';
import { pdfPages, wordLines } from './support/paper-texts.js';
import { agendaVersion, pathOf, type ShownAgenda } from './support/agendas.js';
import { sendAsRead } from './support/as-read.js';
import type { Header } from './support/visits.js';

const AUTHORITY = '198503122010122002';

let scene: LetterScene;
let guest: Header;
let host: Header;

beforeAll(async () => {
  scene = await LetterScene.start();
  ({ guest, host } = scene.people);
});
beforeEach(async () => {
  await scene.newVisit();
  await scene.app.database.query('DELETE FROM nip_look');
});
afterAll(() => scene.app.close());

const putDetails = (as: Header, { id, version }: Letter, body: Partial<Shown<'LetterDetailsBody'>>) =>
  api(scene.app).put('/api/letters/{id}/details', { as, path: { id }, body: { version, ...body } });
const putMinutes = (as: Header, { id, version }: Letter, items: Shown<'LetterMinutesBody'>['items']) =>
  api(scene.app).put('/api/letters/{id}/minutes', { as, path: { id }, body: { version, items } });
const page = (by: Header, { id }: { id: string }) =>
  request(scene.app.server).get(`/naskah/${id}/isian`).set(by).set('accept', 'text/html');
const send = (by: Header, { id, version }: Letter, form: object) =>
  request(scene.app.server)
    .post(`/naskah/${id}/isian`)
    .set(by)
    .set('accept', 'text/html')
    .type('form')
    .send({ version, ...form });
const paper = async (by: Header, { id }: { id: string }, format = 'docx'): Promise<Buffer> => {
  const answer = await request(scene.app.server)
    .get(`/api/letters/${id}/paper?format=${format}`)
    .set(by)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    })
    .expect(200);
  return answer.body as Buffer;
};
const wordOf = async (by: Header, letter: { id: string }): Promise<string> =>
  wordLines(await paper(by, letter)).join('\n');

/** Publishes an agenda of the visit: an hour, or half of it, a session; those that stand keep their ids. */
async function publishAgenda(titles: readonly string[]): Promise<ShownAgenda['items']> {
  const { id, startsAt } = scene.visit;
  const begin = Date.parse(startsAt);
  const at = (half: number): string => new Date(begin + half * 1_800_000).toISOString();
  const { body: before } = await request(scene.app.server).get(pathOf({ id })).set(host).expect(200);
  const items = titles.map((title, index) => ({
    id: (before as ShownAgenda).items.find((item) => item.title === title)?.id,
    ...{ title, startsAt: at(index), endsAt: at(index + 1), kind: 'presentation' },
  }));
  const send = (call: request.Test, body: object) =>
    sendAsRead(call.set(host), body, () => agendaVersion(scene.app, id));
  await send(request(scene.app.server).put(pathOf({ id })), { items }).expect(200);
  const { body } = await send(request(scene.app.server).post(pathOf({ id }, '/publish')), {}).expect(200);
  return (body as ShownAgenda).items;
}

describe('what a travel order says of itself', () => {
  test('is asked once, kept with the letter, and stands on it; the NIP whole on paper alone', async () => {
    const letter = await scene.added(guest, { kind: 'spd' });
    const given = { authority: 'Dewi', authorityNip: '19850312 201012 2 002', transport: 'Bus' } as const;
    const { body } = await putDetails(guest, letter, { ...given, departsOn: '2025-11-02' }).expect(200);
    expect(body.details).toMatchObject({ authority: 'Dewi', transport: 'Bus', departsOn: '2025-11-02' });
    expect(body.details.authorityNip).toBe(`${'*'.repeat(15)}002`);
    const word = await wordOf(guest, letter);
    for (const said of ['Dewi', AUTHORITY, 'Bus', '2 November 2025']) expect(word).toContain(said);
    const looks = await scene.app.database.query<{ whose: string }>('SELECT whose FROM nip_look');
    expect(looks.map(({ whose }) => whose).toSorted()).toEqual(['Dewi', 'Sari']);
    expect((await scene.page(guest, '/surat')).text).not.toContain(AUTHORITY);
  });

  test('shows a NIP masked in its form, and keeps it when the form comes back as it was', async () => {
    const letter = await scene.added(guest, { kind: 'spd' });
    const { body } = await putDetails(guest, letter, { authorityNip: AUTHORITY }).expect(200);
    const { text } = await page(guest, letter).expect(200);
    expect(text).not.toContain(AUTHORITY);
    const shown = /value="([^"]*)"[^>]*name="authorityNip"/.exec(text)?.[1] ?? '';
    await send(guest, body, { authorityNip: shown, authority: 'Dewi' }).expect(303);
    const rows = await scene.app.database.query<{ nip: string }>(
      `SELECT details ->> 'authorityNip' AS nip FROM letter WHERE id = $1`,
      [letter.id],
    );
    expect(rows).toEqual([{ nip: AUTHORITY }]);
  });

  test('is refused where it is another kind’s, no NIP, or was overtaken', async () => {
    const letter = await scene.added(guest, { kind: 'spd' });
    const foreign = await putDetails(guest, letter, { chair: 'Agus' }).expect(422);
    expect(JSON.stringify(foreign.body)).toContain('chair');
    await putDetails(guest, letter, { authorityNip: '123' }).expect(422);
    await putMinutes(guest, letter, []).expect(422);
    await putDetails(guest, letter, { transport: 'Bus' }).expect(200);
    await putDetails(guest, letter, { transport: 'Kereta' }).expect(409);
  });

  test('stays as it was sent, and is changed by its own office alone', async () => {
    const letter = await scene.added(guest, { kind: 'spd' });
    await putDetails(host, letter, { transport: 'Bus' }).expect(404);
    await page(host, letter).expect(404);
    const { body: sent } = await scene.send(guest, letter).expect(200);
    await putDetails(guest, sent, { transport: 'Bus' }).expect(409);
    await putDetails(host, sent, { transport: 'Bus' }).expect(403);
    await page(host, letter).expect(403);
  });
});

describe('minutes', () => {
  const titles = ['Pembukaan', 'Peninjauan'];

  async function withAgenda(): Promise<{ letter: Letter; sessions: { id: string; title: string }[] }> {
    const letter = await scene.added(host, { kind: 'notula' });
    const sessions = await publishAgenda(titles);
    return { letter, sessions };
  }

  test('are typed session by session, and stand on the paper with its lines as points', async () => {
    const { letter, sessions } = await withAgenda();
    const { text } = await page(host, letter).expect(200);
    for (const { id, title } of sessions) {
      expect(text).toContain(`name="said-${id}"`);
      expect(text).toContain(title);
    }
    const [first, second] = sessions.map(({ id }) => id);
    const typed = { [`said-${first}`]: 'Sambutan.', [`concluded-${second}`]: 'Dua blok.\r\nSatu sumur.' };
    await send(host, letter, { chair: 'Agus', minuteTaker: 'Rina', ...typed }).expect(303);
    const [{ minutes, details }] = (await scene.register(host)) as [Letter];
    expect(details).toMatchObject({ chair: 'Agus', minuteTaker: 'Rina' });
    expect(minutes.map(({ title }) => title)).toEqual(titles);
    const word = await wordOf(host, letter);
    expect(word).toContain('Sambutan.');
    expect(word).toMatch(/Simpulan \| : \| • Dua blok\. ⏎ • Satu sumur\./);
    const pdf = (await pdfPages(await paper(host, letter, 'pdf'))).flat().join('\n');
    expect(pdf).toContain('2. Peninjauan (pukul');
  });

  test('of a session that is gone stay, with what it was called', async () => {
    const { letter, sessions } = await withAgenda();
    const items = [
      { session: sessions[1]!.id, title: 'Peninjauan', said: 'Lahan.', concluded: '', promised: '' },
    ];
    const { body } = await putMinutes(host, letter, items).expect(200);
    await publishAgenda(['Pembukaan']);
    expect(await wordOf(host, letter)).toContain('Lahan.');
    const { text } = await page(host, letter).expect(200);
    expect(text).toContain(`name="said-${sessions[1]!.id}"`);
    await send(host, body, { [`said-${sessions[1]!.id}`]: '' }).expect(303);
    expect((await scene.register(host))[0]?.minutes).toEqual([]);
  });

  test('of a visit without an agenda are one part', async () => {
    const letter = await scene.added(host, { kind: 'notula' });
    await send(host, letter, { 'said-seluruhnya': 'Semua setuju.' }).expect(303);
    expect(await wordOf(host, letter)).toContain('Semua setuju.');
  });

  test('are bounded', async () => {
    const letter = await scene.added(host, { kind: 'notula' });
    const item = { session: null, title: 'x', said: 'a'.repeat(4001), concluded: '', promised: '' };
    await putMinutes(host, letter, [item]).expect(422);
    await putMinutes(
      host,
      letter,
      Array.from({ length: 61 }, () => ({ ...item, said: 'a' })),
    ).expect(422);
  });
});

test('how letters are signed is the office’s, then the letter’s own', async () => {
  const path = { code: 'bapas-purwokerto' };
  const { body: papers } = await api(scene.app)
    .get('/api/units/{code}/papers', { as: guest, path })
    .expect(200);
  const set = { version: papers.version, signing: 'electronic', signatureMark: '${ttd_pengirim}' } as const;
  await api(scene.app).patch('/api/units/{code}/papers', { as: guest, path, body: set }).expect(200);
  const letter = await scene.added(guest);
  expect(letter.signing).toBe('electronic');
  const word = await wordOf(guest, letter);
  expect(word).toContain('Ditandatangani secara elektronik oleh:');
  expect(word).toContain('${ttd_pengirim}');
  await scene.change(guest, letter, { version: letter.version, signing: 'wet' }).expect(200);
  expect(await wordOf(guest, letter)).not.toContain('secara elektronik');
});

test('letters whose kind says nothing of itself have no such page', async () => {
  const letter = await scene.added(guest);
  await page(guest, letter).expect(404);
});

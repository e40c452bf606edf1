import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';

const BROWSER = 'text/html,application/xhtml+xml;q=0.9';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
});

const show = async (by: Header, id: string): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;

const enter = (by: Header, { id, version }: { id: string; version: number }, body: object = {}) =>
  api(app).post('/api/visits/{id}/host-answer', {
    as: by,
    path: { id },
    body: { version, answer: 'accept', cameBy: 'telephone', ...body } as never,
  });

async function mails(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail ORDER BY 1`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line).filter((line) => !line.includes('Sinergi pekan ini'));
}

describe('The host’s answer as the guest has it', () => {
  test('by letter confirms, with number and date, is told to host and office, and is in no answer time', async () => {
    const visit = await requested(app, guest);
    await mails();
    const letter = { cameBy: 'letter', letterNumber: 'WP.13.PAS-1', letterDate: '2025-10-18' };
    const { body } = await enter(guest, visit, letter).expect(200);
    expect(body).toMatchObject({
      state: 'confirmed',
      letters: { reply: { number: 'WP.13.PAS-1', date: '2025-10-18' } },
      answeredBy: { action: 'accept', cameBy: 'letter', name: 'Petugas petugas@tamu.test' },
    });
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Kunjungan dikonfirmasi',
      'petugas@tuan.test: Kunjungan dikonfirmasi',
    ]);
    expect(await app.database.query(`SELECT 1 FROM sinergi_fresh WHERE cube = 'answers'`)).toEqual([]);
  });

  test('is the guest’s to enter alone, while the host is asked, on what was seen', async () => {
    const visit = await requested(app, guest);
    await enter(host, visit).expect(403);
    await enter(stranger, visit).expect(404);
    await enter(guest, { ...visit, version: 1 }).expect(409);
    await enter(guest, visit, { answer: 'decline' }).expect(422);
    await enter(guest, visit, { answer: 'propose' }).expect(422);
    await enter(guest, visit, { cameBy: 'link' }).expect(422);
    await enter(guest, visit, { answer: 'decline', reason: 'Aula dipakai' }).expect(200);
    const declined = await show(guest, visit.id);
    expect(declined).toMatchObject({ state: 'declined', answeredBy: { cameBy: 'telephone' } });
    await enter(guest, declined).expect(409);
  });

  test('another time is the host’s proposal, which the guest takes', async () => {
    const visit = await requested(app, guest);
    const times = { startsAt: '2025-11-04T13:00:00+07:00', endsAt: '2025-11-04T15:00:00+07:00' };
    const { body } = await enter(guest, visit, { answer: 'propose', ...times }).expect(200);
    expect(body).toMatchObject({ state: 'counter-proposed', proposal: { by: 'host' } });
    await step(app, guest, body, 'accept');
    expect(await show(host, visit.id)).toMatchObject({ state: 'confirmed', startsAt: times.startsAt });
  });

  test('the host objects for seven days, and the office settles it; what the host says itself ends that', async () => {
    const visit = await requested(app, guest);
    await enter(guest, visit).expect(200);
    const entered = await show(host, visit.id);
    expect(entered.allowedActions).toEqual(expect.arrayContaining(['vouch', 'object']));
    const start = await request(app.server).get('/').set(host).set('accept', BROWSER).expect(200);
    expect(start.text).toContain('Periksa kunjungan yang dicatat');
    await mails();
    const disputed = await step(app, host, entered, 'object', { reason: 'Kami tidak menjawab begitu' });
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Keberatan atas kunjungan yang dicatat',
      'petugas@tamu.test: Keberatan atas kunjungan yang dicatat',
    ]);
    const page = await request(app.server).get(`/kunjungan/${visit.id}`).set(guest).set('accept', BROWSER);
    expect(page.text).toContain('Kami tidak menjawab begitu');
    const settled = await step(app, kanwil, disputed, 'settle-objection', { reason: 'Suratnya ada' });
    expect((await show(host, visit.id)).allowedActions).not.toContain('object');
    const moved = {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T11:00:00+07:00',
      reason: 'Apel',
    };
    const asked = await step(app, guest, settled, 'reschedule', moved);
    await step(app, host, asked, 'accept');
    expect((await show(host, visit.id)).allowedActions).not.toContain('vouch');
    const other = await requested(app, guest, {
      title: 'Lain',
      startsAt: '2025-11-10T09:00:00+07:00',
      endsAt: '2025-11-10T10:00:00+07:00',
    });
    await enter(guest, other).expect(200);
    app.clock.set(new Date(START.getTime() + 8 * 86_400_000));
    expect((await show(host, other.id)).allowedActions).not.toContain('object');
  });

  test('where nobody at the host has an account, its office objects for it', async () => {
    const visit = await requested(app, guest, { hostUnit: 'rutan-kebumen' });
    const { body } = await enter(guest, visit).expect(200);
    const seen = await show(kanwil, visit.id);
    expect(seen.allowedActions).toContain('object');
    const disputed = await step(app, kanwil, body, 'object', { reason: 'Rutan tidak tahu' });
    expect((await show(kanwil, disputed.id)).allowedActions).toContain('withdraw-objection');
  });

  test('a refusal or another time that it never gave falls at once, and it is asked again', async () => {
    for (const answer of [
      { answer: 'decline', reason: 'Aula dipakai' },
      { answer: 'propose', startsAt: '2025-11-04T13:00:00+07:00', endsAt: '2025-11-04T15:00:00+07:00' },
    ]) {
      const visit = await requested(app, guest, { title: answer.answer });
      await enter(guest, visit, answer).expect(200);
      const entered = await show(host, visit.id);
      expect(entered.allowedActions).toEqual(expect.arrayContaining(['vouch', 'object']));
      expect((await show(guest, visit.id)).allowedActions).not.toContain('object');
      const start = await request(app.server).get('/').set(host).set('accept', BROWSER).expect(200);
      expect(start.text).toContain('Periksa kunjungan yang dicatat');
      await mails();
      await step(app, host, entered, 'object', {}, 422);
      const asked = await step(app, host, entered, 'object', { reason: 'Kami belum menjawab' });
      expect(asked).toMatchObject({ state: 'requested', proposal: null, answeredBy: null });
      expect(await mails()).toEqual([
        'kanwil@jateng.test: Jawaban yang dicatat tidak berlaku',
        'petugas@tamu.test: Jawaban yang dicatat tidak berlaku',
      ]);
      const confirmed = await step(app, host, asked, 'accept');
      expect(confirmed).toMatchObject({ state: 'confirmed', answeredBy: { cameBy: 'account' } });
      expect(confirmed.allowedActions).not.toContain('object');
      await step(app, guest, confirmed, 'cancel', { reason: 'Selesai diuji' });
    }
  });

  test('its regional office objects at any time as it may, also where the host has people of its own', async () => {
    const declined = await requested(app, guest);
    await enter(guest, declined, { answer: 'decline', reason: 'Aula dipakai' }).expect(200);
    const seen = await show(kanwil, declined.id);
    expect(seen.allowedActions).toContain('object');
    const asked = await step(app, kanwil, seen, 'object', { reason: 'Rutan tidak tahu' });
    expect(asked.state).toBe('requested');
    await enter(guest, asked).expect(200);
    const disputed = await step(app, kanwil, await show(kanwil, asked.id), 'object', {
      reason: 'Tidak juga',
    });
    expect((await show(host, disputed.id)).allowedActions).toContain('withdraw-objection');
    expect((await show(kanwil, disputed.id)).allowedActions).toContain('settle-objection');
    await step(app, host, disputed, 'withdraw-objection');
    expect((await show(kanwil, disputed.id)).allowedActions).not.toContain('object');
  });

  test('nobody objects to what the guest itself turned down, once its time is over, or for another region', async () => {
    const times = { startsAt: '2025-11-04T13:00:00+07:00', endsAt: '2025-11-04T15:00:00+07:00' };
    const visit = await requested(app, guest);
    await enter(guest, visit, { answer: 'propose', ...times }).expect(200);
    const bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
    await step(app, bali, await show(guest, visit.id), 'object', { reason: 'x' }, 404);
    await step(app, guest, await show(guest, visit.id), 'decline', { reason: 'Tidak bisa' });
    expect((await show(host, visit.id)).allowedActions).not.toContain('object');
    const late = await requested(app, guest, { title: 'Dekat' });
    await enter(guest, late, { answer: 'decline', reason: 'Penuh' }).expect(200);
    // Its day comes before the seven days are over.
    app.clock.set(new Date('2025-10-30T09:30:00+07:00'));
    await app.database.query(`UPDATE visit SET answer_entered_at = $2 WHERE id = $1`, [
      late.id,
      '2025-10-29T02:00:00Z',
    ]);
    expect((await show(host, late.id)).allowedActions).not.toContain('object');
    await step(app, host, await show(host, late.id), 'object', { reason: 'x' }, 422);
  });

  test('the seven days end to the second, wherever the host is', async () => {
    const visit = await requested(app, guest);
    await enter(guest, visit).expect(200);
    const end = new Date(START.getTime() + 7 * 86_400_000);
    app.clock.set(new Date(end.getTime() - 1000));
    const entered = await show(host, visit.id);
    expect(entered.allowedActions).toContain('object');
    app.clock.set(end);
    expect((await show(host, visit.id)).allowedActions).not.toContain('object');
    expect(await step<{ code: string }>(app, host, entered, 'object', { reason: 'x' }, 409)).toMatchObject({
      code: 'review-over',
    });
  });

  test('on the page, with the scan, and with all that was typed when it is refused', async () => {
    const visit = await requested(app, guest);
    const path = `/kunjungan/${visit.id}/jawaban-tuan-rumah`;
    const page = await request(app.server).get(`/kunjungan/${visit.id}`).set(guest).set('accept', BROWSER);
    expect(page.text).toContain(path);
    const hosts = await request(app.server).get(`/kunjungan/${visit.id}`).set(host).set('accept', BROWSER);
    expect(hosts.text).not.toContain(path);
    const send = (fields: Record<string, string>) => {
      const post = request(app.server).post(path).set(guest).set('accept', BROWSER);
      for (const [name, value] of Object.entries({ version: String(visit.version), ...fields }))
        post.field(name, value);
      return post;
    };
    const refused = await send({
      answer: 'decline',
      cameBy: 'letter',
      letterNumber: 'B-77',
      letterDate: '18 okt 2025',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="B-77"');
    expect(refused.text).toContain('id="jawaban-reason-fault"');
    const done = await send({
      answer: 'accept',
      cameBy: 'letter',
      letterNumber: 'B-77',
      letterDate: '18 okt 2025',
    }).attach('file', Buffer.from('%PDF-1.4 balasan'), 'balasan.pdf');
    expect(done.headers['location']).toBe(`/kunjungan/${visit.id}?info=jawaban-dicatat`);
    const after = await request(app.server).get(`/kunjungan/${visit.id}`).set(host).set('accept', BROWSER);
    expect(after.text).toContain('balasan.pdf');
    expect(after.text).toContain('lewat surat, dicatat oleh tamu');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn } from './support/people.js';
import { create, requested, step, visitBody, type Header } from './support/visits.js';
import {
  ADDRESS,
  BROWSER,
  BY_MAIL,
  hostLinkTools,
  startWithHostByMail,
  withoutVisits,
} from './support/host-links.js';

/** Nobody there has an account, nor it an address. */
const BY_NOBODY = 'lapas-cilacap';

let app: TestApp;
let guest: Header;

beforeAll(async () => {
  ({ app, guest } = await startWithHostByMail());
});
afterAll(() => app.close());
beforeEach(() => withoutVisits(app));

const { show, historyOf, link, open, send } = hostLinkTools(() => ({ app, guest }));

async function mails(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail ORDER BY 1`,
  );
  return rows.map(({ line }) => line).filter((line) => !line.includes('Sinergi pekan ini'));
}

describe('Whether a unit uses Sambang', () => {
  const line = async (code: string) => {
    const { body } = await api(app)
      .get('/api/units', { as: guest, query: { query: code } })
      .expect(200);
    return body.items.find((unit) => unit.code === code);
  };

  test('is told in lists and on its own, and open is who can answer', async () => {
    expect(await line('rutan-banjarnegara')).toMatchObject({ usesSambang: true, open: true });
    expect(await line(BY_MAIL)).toMatchObject({ usesSambang: false, open: true });
    expect(await line(BY_NOBODY)).toMatchObject({ usesSambang: false, open: false });
    const { body } = await api(app)
      .get('/api/units/{code}', { as: guest, path: { code: BY_NOBODY } })
      .expect(200);
    expect(body).toMatchObject({ usesSambang: false, open: false, hostingPolicy: { open: true } });
  });

  test('narrows lists', async () => {
    const codes = async (usesSambang: boolean): Promise<string[]> => {
      const query = { usesSambang, regionalOffice: 'jawa-tengah', limit: 100 };
      const { body } = await api(app).get('/api/units', { as: guest, query }).expect(200);
      return body.items.map(({ code }) => code);
    };
    expect(await codes(true)).toEqual(['bapas-purwokerto', 'rutan-banjarnegara']);
    const others = await codes(false);
    expect(others).toContain(BY_NOBODY);
    expect(others).not.toContain('rutan-banjarnegara');
    await request(app.server).get('/api/units?usesSambang=mungkin').set(guest).expect(422);
    const page = await request(app.server)
      .get('/upt?pakai=belum')
      .set(guest)
      .set('accept', BROWSER)
      .expect(200);
    expect(page.text).toContain('Belum memakai Sambang');
    expect(page.text).not.toContain('/upt/rutan-banjarnegara"');
  });

  test('ends with the last account that is active', async () => {
    await signedIn(app, { email: 'lain@kebumen.test', role: 'officer', unit: 'rutan-kebumen' });
    expect(await line('rutan-kebumen')).toMatchObject({ usesSambang: true });
    await app.database.query(`UPDATE person SET suspended_at = now() WHERE email = 'lain@kebumen.test'`);
    expect(await line('rutan-kebumen')).toMatchObject({ usesSambang: false, open: false });
  });

  test('is said where a host is chosen', async () => {
    const path = `/kunjungan/baru?tuan=${BY_NOBODY}&cari=cilacap`;
    const page = await request(app.server).get(path).set(guest).set('accept', BROWSER).expect(200);
    expect(page.text).toContain('Belum memakai Sambang: permintaan dijawab Kanwil atas namanya');
    const unit = await request(app.server)
      .get(`/upt/${BY_MAIL}`)
      .set(guest)
      .set('accept', BROWSER)
      .expect(200);
    expect(unit.text).toContain('dapat dijawab lewat tautan');
  });
});

describe('An answer by link', () => {
  const asked = () =>
    requested(app, guest, {
      hostUnit: BY_MAIL,
      purpose: 'Belajar kehumasan.',
      programs: ['akselerasi-2'],
      partySize: 7,
      contactName: 'Sari Dewi',
      contactPhone: '+628111111111',
      contactEmail: 'sari@tamu.test',
    });

  test('the mail to the own address of the host has the link, everybody else the usual page', async () => {
    const visit = await asked();
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Permintaan kunjungan',
      `${ADDRESS}: Permintaan kunjungan`,
    ]);
    const path = await link();
    expect(path).toMatch(/^\/balas\/[\w-]{43}$/);
    const page = await open(path).expect(200);
    for (const told of ['Bapas', 'Belajar kehumasan.', '7 orang', 'Sari Dewi', 'Mohon dijawab paling lambat'])
      expect(page.text).toContain(told);
    // No more of people than the contact's name, and no secret.
    for (const hidden of ['+62811', 'sari@tamu.test', path.slice('/balas/'.length)])
      expect(page.text).not.toContain(hidden);
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' });
    expect(await show(guest, visit.id)).toMatchObject({ state: 'requested', version: visit.version });
    expect(await show(guest, visit.id)).toMatchObject({ answeredBy: null, hostUsesSambang: false });
  });

  test('accepting counts, names who did, and is told to the guest and the regional office', async () => {
    const visit = await asked();
    const path = await link();
    await app.database.query('DELETE FROM mail');
    const answer = await send(path, { aksi: 'accept' }).expect(303);
    expect(answer.headers['location']).toBe(`${path}?info=terkirim`);
    const shown = await show(guest, visit.id);
    expect(shown).toMatchObject({
      state: 'confirmed',
      answeredBy: {
        action: 'accept',
        name: 'Budi Santoso',
        office: 'Kepala Rutan',
        phone: '+6281234567890',
        cameBy: 'link',
      },
    });
    expect((await historyOf(visit.id)).at(-1)).toMatchObject({ actor: 'Budi Santoso', cameBy: 'link' });
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Kunjungan dikonfirmasi',
      'petugas@tamu.test: Kunjungan dikonfirmasi',
    ]);
    const page = await request(app.server).get(`/kunjungan/${visit.id}`).set(guest).set('accept', BROWSER);
    expect(page.text).toContain('Budi Santoso (lewat tautan) menerima');
    expect(page.text).toContain('Jawaban tuan rumah lewat tautan: Budi Santoso, Kepala Rutan');
    const after = await open(`${path}?info=terkirim`).expect(200);
    expect(after.text).toContain('jawaban Anda sudah tercatat');
    const gone = await open(path).expect(410);
    expect(gone.text).toContain('Budi Santoso (lewat tautan) menerima');
    const again = await send(path, { aksi: 'decline', reason: 'Berubah pikiran' }).expect(410);
    expect(again.text).toContain('Berubah pikiran');
    expect(await show(guest, visit.id)).toMatchObject({ state: 'confirmed' });
  });

  test('declining needs a reason, and what was typed stays', async () => {
    const visit = await asked();
    const path = await link();
    const refused = await send(path, { aksi: 'decline', reason: '' }).expect(422);
    expect(refused.text).toContain('id="reason-fault"');
    expect(refused.text).toContain('value="Budi Santoso"');
    const nameless = await send(path, { name: ' ', phone: 'x', aksi: 'accept' }).expect(422);
    expect(nameless.text).toContain('id="name-fault"');
    expect(nameless.text).toContain('id="phone-fault"');
    await send(path, { aksi: 'nonsense' }).expect(422);
    await send(path, { aksi: 'decline', reason: 'Aula dipakai' }).expect(303);
    expect(await show(guest, visit.id)).toMatchObject({ state: 'declined', answeredBy: { cameBy: 'link' } });
  });

  test('another time is proposed, the guest answers with another, which comes with a link of its own', async () => {
    const visit = await asked();
    const first = await link();
    await send(first, { aksi: 'propose', day: '4 nov 2025', from: '13.00', to: '15.00' }).expect(303);
    const proposed = await show(guest, visit.id);
    expect(proposed).toMatchObject({
      state: 'counter-proposed',
      proposal: { by: 'host', startsAt: '2025-11-04T13:00:00+07:00' },
      answeredBy: { action: 'propose', cameBy: 'link' },
    });
    expect(await mails()).toContain('kanwil@jateng.test: Usulan waktu lain');
    app.clock.set(new Date(START.getTime() + 60_000));
    const times = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T11:00:00+07:00' };
    await step(app, guest, proposed, 'propose', times);
    const second = await link();
    expect(second).not.toBe(first);
    await open(first).expect(410);
    const page = await open(second).expect(200);
    expect(page.text).toContain('mengusulkan waktu lain untuk permintaan kunjungan berikut');
    await send(second, { aksi: 'accept' }).expect(303);
    expect(await show(guest, visit.id)).toMatchObject({ state: 'confirmed', startsAt: times.startsAt });
    app.clock.set(new Date(START.getTime() + 120_000));
    const moved = {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T11:00:00+07:00',
      reason: 'Apel',
    };
    await step(app, guest, await show(guest, visit.id), 'reschedule', moved);
    const third = await link();
    const asks = await open(third).expect(200);
    expect(asks.text).toContain('mengusulkan jadwal lain');
    expect(asks.text).not.toContain('value="propose"');
    await open(second).expect(410);
    await send(third, { aksi: 'decline', reason: 'Tetap saja' }).expect(303);
    expect(await show(guest, visit.id)).toMatchObject({ state: 'confirmed', proposal: null });
  });

  test('it ends when the request is withdrawn, and mails that have not left stay', async () => {
    const visit = await asked();
    const path = await link();
    await app.database.query(
      `UPDATE mail SET state = 'queued', sent_at = NULL, next_try_at = '2027-01-01' WHERE recipient_email = $1`,
      [ADDRESS],
    );
    await step(app, guest, visit, 'withdraw');
    await app.settle();
    const page = await open(path).expect(410);
    expect(page.text).toContain('Permintaan ditarik oleh UPT tamu');
    const [mail] = await app.database.query<{ state: string }>(
      `SELECT state FROM mail WHERE recipient_email = $1 AND cause = 'open-question'`,
      [ADDRESS],
    );
    expect(mail?.state).toBe('overtaken');
    await open('/balas/kosong').expect(404);
    await send('/balas/kosong', { aksi: 'accept' }).expect(404);
  });

  test('the host decides by what else it has that day, and sees no links to it', async () => {
    const other = await requested(app, guest, { hostUnit: BY_MAIL, title: 'Rapat lain' });
    await send(await link(), { aksi: 'accept' }).expect(303);
    const visit = await asked();
    const page = await open(await link()).expect(200);
    expect(page.text).toContain('Rapat lain');
    expect(page.text).not.toContain(other.id);
    const taken = await send(await link(), { aksi: 'accept' });
    expect(taken.status).toBe(409);
    expect(await show(guest, visit.id)).toMatchObject({ state: 'requested' });
  });

  test('a reminder brings a link too', async () => {
    await asked();
    await app.settle();
    await app.database.query('DELETE FROM mail');
    app.clock.set(new Date(START.getTime() + 3 * 86_400_000));
    await app.settle();
    expect(await mails()).toContain(`${ADDRESS}: Menunggu jawaban Anda`);
    await open(await link()).expect(200);
  });

  test('whoever uses Sambang is asked by account, as before', async () => {
    await requested(app, guest);
    await app.settle();
    const rows = await app.database.query(`SELECT 1 FROM mail WHERE body_text LIKE '%/balas/%'`);
    expect(rows).toEqual([]);
    expect(await create(app, guest, { ...visitBody, hostUnit: BY_NOBODY })).toMatchObject({
      hostUsesSambang: false,
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { sendAsRead } from './support/as-read.js';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

interface ShownSummary {
  state: string;
  version: number;
  revision: number;
  draft: { outcomes: string } | null;
  published: { outcomes: string; automatic: boolean } | null;
}

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let next = 0;

const participants = [
  { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' },
  { name: 'Notulis', email: 'notulis@contoh.test', side: 'guest', role: 'minute-taker' },
  { name: 'Budi', side: 'host', role: 'speaker' },
];

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.set(START);
});

/** A visit that was confirmed, on a Thursday morning of its own; the clock stands where it was. */
async function visitOn(day: string): Promise<ShownVisit> {
  next += 1;
  return confirmed(app, guest, host, {
    title: `Kunjungan ${next}`,
    startsAt: `${day}T09:00:00+07:00`,
    endsAt: `${day}T12:00:00+07:00`,
    participants,
  });
}

const path = ({ id }: { id: string }) => `/api/visits/${id}/summary`;
const sent = (call: request.Test, by: Header, { id }: ShownVisit, body: object) =>
  sendAsRead(call.set(by), body, async () => {
    const [summary] = await app.database.query<{ version: number }>(
      'SELECT version FROM summary WHERE visit_id = $1',
      [id],
    );
    return summary?.version ?? 0;
  });
const put = (by: Header, visit: ShownVisit, body: object) =>
  sent(request(app.server).put(path(visit)), by, visit, body);
const publish = (by: Header, visit: ShownVisit, body: object = {}) =>
  sent(request(app.server).post(`${path(visit)}/publish`), by, visit, body);
const read = async (by: Header, visit: ShownVisit) =>
  (await request(app.server).get(path(visit)).set(by).expect(200)).body as ShownSummary;

/** Recipients and subjects of a visit's mails whose subject begins with a word. */
async function mails(
  visit: ShownVisit,
  word: string,
): Promise<{ email: string; text: string; subject: string }[]> {
  await app.settle();
  return app.database.query(
    `SELECT recipient_email AS email, subject, body_text AS text FROM mail
     WHERE stream = $1 AND subject LIKE $2 || '%' ORDER BY position, recipient_email`,
    [visit.id, word],
  );
}

describe('a summary', () => {
  test('is mailed once a person when it is published, and again as a revision', async () => {
    const visit = await visitOn('2025-10-30');
    app.clock.set(new Date('2025-10-30T06:00:00Z'));
    const [sari] = visit.participants;
    await api(app)
      .patch('/api/visits/{id}/participants/{participantId}', {
        as: guest,
        path: { id: visit.id, participantId: sari?.id },
        body: { attendance: 'present' },
      })
      .expect(200);
    const links = [{ title: 'Foto', url: 'https://contoh.test/foto' }];
    await put(guest, visit, {
      version: 0,
      outcomes: 'Melihat kebun',
      decisions: 'Mulai demplot',
      links,
    }).expect(200);
    await api(app)
      .post('/api/follow-ups', {
        as: guest,
        body: {
          visit: visit.id,
          what: 'Demplot',
          unit: 'bapas-purwokerto',
          person: 'Sari',
          dueOn: '2025-12-31',
        },
      })
      .expect(201);
    await api(app)
      .post('/api/visits/{id}/files', { as: guest, path: { id: visit.id } })
      .attach('file', Buffer.from('%PDF-1.7'), 'Laporan.pdf')
      .expect(201);
    await publish(guest, visit).expect(200);
    const first = await mails(visit, 'Ringkasan');
    expect(first.map(({ email }) => email).sort()).toEqual([
      'kanwil@jateng.test',
      'notulis@contoh.test',
      'petugas@tamu.test',
      'petugas@tuan.test',
      'sari@contoh.test',
    ]);
    expect(first[0]?.text).toContain('Hasil: Melihat kebun');
    expect(first[0]?.text).toContain('Hadir: 1 orang: Sari');
    expect(first[0]?.text).toContain(
      'Tindak lanjut:\n- Demplot – Sari, Bapas Kelas II Purwokerto, paling lambat Rabu, 31 Desember 2025',
    );
    expect(first[0]?.text).toContain(`Laporan.pdf: http://sambang.test/api/visits/${visit.id}/files/`);
    expect(first[0]?.text).toContain('Foto: https://contoh.test/foto');
    expect(((await read(kanwil, visit)).published as { outcomes: string }).outcomes).toBe('Melihat kebun');
    expect(await read(kanwil, visit)).toMatchObject({ state: 'closed', draft: null, revision: 1 });

    await put(host, visit, { outcomes: 'Melihat kebun dan kolam' }).expect(200);
    expect((await read(kanwil, visit)).published?.outcomes).toBe('Melihat kebun');
    await publish(host, visit).expect(200);
    const second = await mails(visit, 'Ringkasan, revisi 2');
    expect(second).toHaveLength(5);
    expect(second[0]?.text).toContain('menggantikan yang sebelumnya');
    await app.database.query(
      `INSERT INTO pgboss.job (name, data) SELECT name, data FROM pgboss.job WHERE name = 'summaries.mail'`,
    );
    expect(await mails(visit, 'Ringkasan')).toHaveLength(10);
  });

  test('is asked for in working hours alone', async () => {
    const visit = await visitOn('2025-11-12');
    app.clock.set(new Date('2025-11-12T09:30:00Z')); // 16.30 WIB
    expect(await mails(visit, 'Mohon tulis')).toEqual([]);
    app.clock.set(new Date('2025-11-13T01:00:00Z'));
    expect(await mails(visit, 'Mohon tulis')).toHaveLength(1);
  });

  test('is asked for when the visit is over, once, and goes out by itself two working days later', async () => {
    const visit = await visitOn('2025-11-06');
    app.clock.set(new Date('2025-11-06T04:59:00Z'));
    expect(await mails(visit, 'Mohon tulis')).toEqual([]);
    app.clock.set(new Date('2025-11-06T05:00:00Z'));
    const reminders = await mails(visit, 'Mohon tulis');
    expect(reminders.map(({ email }) => email)).toEqual(['notulis@contoh.test']);
    expect(reminders[0]?.text).toContain('Senin, 10 November 2025, pukul 12.00 WIB');
    app.clock.set(new Date('2025-11-10T04:59:00Z'));
    expect(await mails(visit, 'Ringkasan')).toEqual([]);
    expect(await mails(visit, 'Mohon tulis')).toHaveLength(1);
    app.clock.set(new Date('2025-11-10T05:00:00Z'));
    const sent = await mails(visit, 'Ringkasan');
    expect(sent).toHaveLength(5);
    expect(sent[0]?.text).toContain('dikirim otomatis');
    expect(await read(guest, visit)).toMatchObject({ state: 'closed', published: { automatic: true } });
    expect(await mails(visit, 'Ringkasan')).toHaveLength(5);
  });

  test('waits over a holiday', async () => {
    await app.database.query(
      `INSERT INTO holiday (date, name, kind) VALUES ('2025-11-14', 'Libur', 'public-holiday')`,
    );
    const visit = await visitOn('2025-11-13');
    app.clock.set(new Date('2025-11-17T05:00:00Z'));
    expect(await mails(visit, 'Ringkasan')).toEqual([]);
    app.clock.set(new Date('2025-11-18T05:00:00Z'));
    expect(await mails(visit, 'Ringkasan')).toHaveLength(5);
  });
});

describe('what is refused', () => {
  test('an empty summary, one before the visit, one of a request, and by mere readers', async () => {
    const visit = await visitOn('2025-11-20');
    await publish(guest, visit).expect(422);
    await put(guest, visit, { outcomes: 'Hasil' }).expect(200);
    const early = await publish(guest, visit).expect(409);
    expect((early.body as { code: string }).code).toBe('not-yet-started');
    await put(kanwil, visit, { outcomes: 'x' }).expect(403);
    await publish(kanwil, visit).expect(403);
    const stranger = await signedIn(app, {
      email: 'a@lain.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
    });
    await put(stranger, visit, { outcomes: 'x' }).expect(404);
    await request(app.server).get(path(visit)).set(stranger).expect(404);
    await step(app, guest, visit, 'cancel', { reason: 'x' });
    const off = await put(guest, visit, { outcomes: 'x' }).expect(409);
    expect((off.body as { code: string }).code).toBe('summary-not-open');
  });

  test('a stale version names the current one, and bad input changes nothing', async () => {
    const visit = await visitOn('2025-11-27');
    await put(guest, visit, { version: 0, outcomes: 'Satu' }).expect(200);
    const stale = await put(host, visit, { version: 0, outcomes: 'Dua' }).expect(409);
    expect(stale.body).toMatchObject({ code: 'summary-changed', current: { version: 1 } });
    for (const body of [
      { outcomes: 5 },
      { links: [{ title: 'x', url: 'javascript:alert(1)' }] },
      { links: [[{ title: 'x', url: 'https://a.test' }]] },
      { secret: true },
      { version: -1 },
    ]) {
      await put(guest, visit, body).expect(422);
    }
    expect((await read(guest, visit)).draft?.outcomes).toBe('Satu');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';

const BROWSER = 'text/html,application/xhtml+xml;q=0.9';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
let path: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

// Mondays to Thursdays, since Fridays are short; a day of its own for each visit, since the host has one place.
const dates = {
  '2025-11': [3, 4, 5, 6, 10, 11, 12, 13, 17, 18, 19, 20, 24, 25],
  '2025-12': [1, 2, 3, 4, 8, 9, 10, 11],
};
const days = Object.entries(dates).flatMap(([month, inMonth]) =>
  inMonth.map((day) => `${month}-${String(day).padStart(2, '0')}`),
);
beforeEach(async () => {
  app.clock.set(new Date('2025-10-20T01:00:00Z'));
  const date = days.shift();
  const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T12:00:00+07:00` };
  visit = await confirmed(app, people.guest, people.host, {
    ...times,
    participants: [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'member' }],
  });
  app.clock.set(new Date(`${date}T13:00:00+07:00`));
  visit = await step(app, people.guest, visit, 'complete');
  path = `/kunjungan/${visit.id}/ringkasan`;
});

const get = (by: Header, at = path) => request(app.server).get(at).set(by).set('accept', BROWSER);
const send = (fields: Record<string, string>, by: Header = people.guest) =>
  request(app.server)
    .post(path)
    .set(by)
    .set('accept', BROWSER)
    .type('form')
    .send({ version: '0', aksi: 'simpan', outcomes: '', decisions: '', notes: '', links: '', ...fields });
const textOf = (page: string, name: string): string =>
  new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? '';

describe('The editor of a summary', () => {
  test('saves what is written without sending it', async () => {
    const links = 'Foto | https://contoh.go.id/foto';
    await send({ outcomes: 'Kebun tiga hektare.', links })
      .expect(303)
      .expect('location', `${path}?info=simpan`);
    const page = await get(people.host).expect(200);
    expect(textOf(page.text, 'outcomes')).toBe('Kebun tiga hektare.');
    expect(textOf(page.text, 'links')).toBe(links);
    expect(page.text).toContain('name="version" value="1"');
    expect(await published()).toBe(0);
  });

  test('takes a follow-up beside the text, and shows both in the mail that would go out', async () => {
    const promise = { what: 'Membuka kebun', unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-12-31' };
    await send({ aksi: 'tindak', decisions: 'Dicoba di rumah.', ...promise }).expect(303);
    const page = await get(people.guest).expect(200);
    expect(page.text).toContain('Membuka kebun');
    expect(textOf(page.text, 'decisions')).toBe('Dicoba di rumah.');
    const mail = await get(people.guest, `${path}/surat`).expect(200);
    expect(mail.text).toContain('Membuka kebun');
    expect(mail.text).toContain('Dicoba di rumah.');
    expect(mail.headers['content-security-policy']).toContain('sandbox');
    expect(await published()).toBe(0);
  });

  test('publishes, which closes the visit and mails everybody', async () => {
    await send({ aksi: 'terbit', outcomes: 'Kebun tiga hektare.' })
      .expect(303)
      .expect('location', `/kunjungan/${visit.id}?info=ringkasan`);
    await app.settle();
    const mails = await app.database.query<{ to: string }>(
      `SELECT recipient_email AS "to" FROM mail WHERE stream = $1 AND key LIKE 'summary:%'`,
      [visit.id],
    );
    expect(mails.map(({ to }) => to)).toContain('sari@contoh.test');
    const reader = await get(people.kanwil).expect(200);
    expect(reader.text).toContain('Kebun tiga hektare.');
    expect(reader.text).not.toContain('<textarea');
  });

  test.each(['terbit', 'simpan', 'pratinjau'])(
    'takes a typed follow-up with the button “%s” too',
    async (aksi) => {
      const promise = {
        what: 'Membuka kebun',
        unit: 'bapas-purwokerto',
        person: 'Sari',
        dueOn: '2025-12-31',
      };
      await send({ aksi, outcomes: 'Kebun tiga hektare.', decisions: 'Dicoba.', ...promise }).expect(303);
      await app.settle();
      const mails = await app.database.query<{ text: string }>(
        `SELECT body_text AS text FROM mail WHERE stream = $1 AND key LIKE 'summary:%'`,
        [visit.id],
      );
      const mailed = aksi === 'terbit' ? mails[0]?.text : (await get(people.guest, `${path}/surat`)).text;
      expect(mailed).toContain('Membuka kebun');
      expect(mailed).toContain('Dicoba.');
    },
  );

  test('takes all of it or nothing: what was refused is not stored by halves', async () => {
    const begun = { what: 'Membuka kebun', unit: 'bapas-purwokerto', person: '', dueOn: '2025-12-31' };
    const half = await send({ aksi: 'terbit', outcomes: 'Kebun.', ...begun }).expect(422);
    expect(half.text).toContain('id="person-fault"');
    expect(half.text).toMatch(/<input[^>]* value="Membuka kebun"/);
    const nothingToTell = await send({ ...begun, aksi: 'terbit', person: 'Sari' }).expect(422);
    expect(nothingToTell.text).toContain('Ringkasan masih kosong');
    expect(nothingToTell.text).toMatch(/<input[^>]* value="Membuka kebun"/);
    const promises = await app.database.query('SELECT 1 FROM follow_up WHERE visit_id = $1', [visit.id]);
    expect([promises.length, await published()]).toEqual([0, 0]);
  });

  test('says beside the field what is wrong, and keeps all that was typed', async () => {
    const answer = await send({ outcomes: 'Panjang lebar', links: 'bukan tautan' }).expect(422);
    expect(textOf(answer.text, 'outcomes')).toBe('Panjang lebar');
    expect(textOf(answer.text, 'links')).toBe('bukan tautan');
    expect(answer.text).toMatch(/id="links-fault"[^>]*>Baris “bukan tautan”/);
    expect(answer.text).toMatch(/<textarea[^>]* id="links"[^>]* autofocus/);
    const promise = await send({
      aksi: 'tindak',
      outcomes: 'Tetap',
      what: '',
      person: '',
      dueOn: 'kapan-kapan',
    });
    expect(promise.status).toBe(422);
    expect(textOf(promise.text, 'outcomes')).toBe('Tetap');
    for (const field of ['what', 'person', 'dueOn']) expect(promise.text).toContain(`id="${field}-fault"`);
    const nothing = await send({ aksi: 'terbit' });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Ringkasan masih kosong');
  });

  test('shows what somebody else saved in between, and lets one decide', async () => {
    await send({ outcomes: 'Tulisan tuan rumah' }, people.host).expect(303);
    const stale = await send({ outcomes: 'Tulisan tamu' }).expect(409);
    expect(textOf(stale.text, 'outcomes')).toBe('Tulisan tamu');
    expect(stale.text).toContain('Tulisan tuan rumah');
    expect(stale.text).toContain('name="version" value="1"');
    await send({ version: '1', outcomes: 'Keduanya' }).expect(303);
  });

  test('is for both units alone', async () => {
    await send({ outcomes: 'x' }, people.kanwil).expect(403);
    await send({ outcomes: 'x' }, people.stranger).expect(404);
    await get(people.stranger).expect(404);
    await get(people.kanwil, `${path}/surat`).expect(404);
    expect((await get(people.kanwil).expect(200)).text).toContain('Ringkasan belum diterbitkan');
  });

  test.each([
    { version: 'x' },
    { aksi: 'hapus' },
    { outcomes: '\u0000' },
    { outcomes: 'x'.repeat(20_001) },
    { links: 'javascript:alert(1)' },
    { tambahan: 'x' },
  ])('refuses %j without failing', async (fields) => {
    const answer = await send(fields as unknown as Record<string, string>);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('The start page', () => {
  test('asks both units for the summary until it is out', async () => {
    const asks = async (by: Header) => (await get(by, '/').expect(200)).text.includes(`href="${path}"`);
    expect([await asks(people.guest), await asks(people.host), await asks(people.stranger)]).toEqual([
      true,
      true,
      false,
    ]);
    await send({ aksi: 'terbit', outcomes: 'Selesai.' }).expect(303);
    expect(await asks(people.guest)).toBe(false);
  });
});

async function published(): Promise<number> {
  const rows = await app.database.query('SELECT 1 FROM summary_revision WHERE visit_id = $1', [visit.id]);
  return rows.length;
}

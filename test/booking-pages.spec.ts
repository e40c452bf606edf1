import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { BOOKING as PATH, filledBooking as filled } from './support/booking.js';
import { hostile } from './support/hostile.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let guest: Header;
let head: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  guest = people.guest;
  head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

const open = (query = '', by: Header = guest) =>
  request(app.server).get(`${PATH}${query}`).set('accept', 'text/html').set(by);
const send = (fields: object, by: Header = guest) =>
  request(app.server).post(PATH).set('accept', 'text/html').set(by).type('form').send(fields);

const stored = (title: string) =>
  app.database.query<{
    id: string;
    state: string;
    party_size: number;
    starts_at: Date;
    purpose: string;
    request_letter_number: string | null;
  }>('SELECT id, state, party_size, starts_at, purpose, request_letter_number FROM visit WHERE title = $1', [
    title,
  ]);
const idOf = (location: string | undefined) => /^\/kunjungan\/([0-9a-f-]{36})\?/.exec(location ?? '')?.[1];

describe('The whole way without script', () => {
  test('opens with presets of a link', async () => {
    const { text } = await open('?tuan=rutan-banjarnegara&topik=kehumasan&program=akselerasi-2').expect(200);
    expect(text).toMatch(/value="rutan-banjarnegara"[^>]*checked/);
    expect(text).toMatch(/name="topics" (?:[^>]* )?value="kehumasan"|value="kehumasan"[^>]*name="topics"/);
    expect(text).toMatch(/value="akselerasi-2"[^>]*checked/);
    expect(text).toContain('Petugas petugas@tamu.test');
  });

  test('a host is found by its name, by what was written about a topic, and by distance', async () => {
    const note = { unit: 'rutan-banjarnegara', context: 'a', whatWasDone: 'b', result: 'c', howToCopy: 'd' };
    await publishedNote(app, people.host, people.kanwil, {
      ...note,
      title: 'Kebun hidroponik',
      topics: ['hidroponik'],
    });
    const { text } = await send({ langkah: 'cari', topik: 'HIDROPONIK' }).expect(200);
    const first = /class="host-choice" for="tuan-([a-z-]+)"/.exec(text)?.[1];
    expect(first).toBe('rutan-banjarnegara');
    expect(text).toContain('1 catatan praktik baik tentang ini');
    expect(text).toContain('Kebun hidroponik');
    const near = await send({ langkah: 'cari', jarak: '25', urut: 'jarak' }).expect(200);
    expect(near.text).toContain('Rutan Kelas IIB Purbalingga');
    expect(near.text).not.toContain('Rutan Kelas IIB Banjarnegara');
    const none = await send({ langkah: 'cari', cari: 'tidak ada yang ini' }).expect(200);
    expect(none.text).toContain('Belum ada UPT yang cocok');
  });

  test('common free times are offered with reasons, other weeks by a button', async () => {
    const { text } = await send({ langkah: 'waktu', tuan: 'rutan-banjarnegara', lama: '120' }).expect(200);
    expect(text).toContain('Paling cocok untuk kedua UPT');
    expect(text).toContain('cukup waktu untuk persiapan');
    expect(text).toContain('value="2025-10-27T08:00"');
    const later = await send({ langkah: 'minggu:2025-11-05', tuan: 'rutan-banjarnegara' }).expect(200);
    expect(later.text).toContain('value="2025-11-05T13:30"');
    expect(later.text).toContain('Senin, 3 November 2025');
    const early = await send({ langkah: 'minggu:2025-10-20', tuan: 'rutan-banjarnegara' }).expect(200);
    expect(early.text).toContain('Terlalu mendadak');
  });

  test('a host in another zone shows both clocks', async () => {
    const { text } = await send({ langkah: 'waktu', tuan: 'lapas-abepura', waktu: '2025-10-30T10:00' });
    expect(text).toContain('10.00–12.00 WIT (08.00–10.00 WIB di tempat Anda)');
  });

  test('is sent at once: one visit, asked for, with its party', async () => {
    const form = filled();
    const answer = await send(form).expect(303);
    expect(answer.headers['location']).toMatch(/\?info=diajukan$/);
    const id = idOf(answer.headers['location']);
    const [visit] = await stored(form.title);
    expect(visit).toMatchObject({ id, state: 'requested', party_size: 1, purpose: form.purpose });
    expect(visit?.request_letter_number).toBe('WP.13-1');
    expect(visit?.starts_at).toEqual(new Date('2025-10-30T02:00:00Z'));
    const shown = await api(app).get('/api/visits/{id}', { as: guest, path: { id } }).expect(200);
    expect(shown.body).toMatchObject({
      topics: ['ketahanan pangan', 'kehumasan'],
      programs: ['akselerasi-2', 'akselerasi-3'],
      endsAt: '2025-10-30T12:00:00+07:00',
      participants: [
        { name: 'Sari Dewi', side: 'guest', role: 'leader', position: 'Pembimbing' },
        { name: 'Tono', side: 'invited', role: 'member', email: null },
      ],
    });
  });

  test('or kept as a draft, which sending later turns into a request', async () => {
    const form = filled({ langkah: 'draf' });
    const draft = await send(form).expect(303);
    expect((await stored(form.title))[0]?.state).toBe('draft');
    const sent = await send({ ...form, langkah: 'kirim' }).expect(303);
    expect(idOf(sent.headers['location'])).toBe(idOf(draft.headers['location']));
    expect((await stored(form.title)).map(({ state }) => state)).toEqual(['requested']);
  });
});

describe('Nothing is lost and nothing is doubled', () => {
  test('sending twice gives one visit, also at the same moment', async () => {
    const form = filled();
    const answers = await Promise.all([send(form), send(form), send(form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(await stored(form.title)).toHaveLength(1);
  });

  test('a form that was changed after it was sent asks before it becomes another visit', async () => {
    const form = filled();
    await send(form).expect(303);
    const changed = { ...form, title: `${form.title} lagi` };
    const { text } = await send(changed).expect(409);
    expect(text).toContain('Formulir ini sudah pernah dikirim');
    const key = /name="kunci" value="([^"]+)"/.exec(text)?.[1];
    await send({ ...changed, kunci: key }).expect(303);
    expect(await stored(changed.title)).toHaveLength(1);
  });

  test('every button but the two that send shows the form with everything typed', async () => {
    const form = filled({ langkah: 'periksa', ketua: 'sari@contoh.test', partySize: '12' });
    const { text } = await send(form).expect(200);
    for (const kept of [
      form.title,
      'Melihat kebun &amp; &lt;b>kolam&lt;/b>',
      'ketahanan pangan, kehumasan',
      'Aula',
      'WP.13-1',
      'value="20 Oktober 2025"',
      '0812 3456 7890',
      'Tono;Dinas Pertanian',
      'sari@contoh.test',
      'value="12"',
      form.kunci,
    ]) {
      expect([kept, text.includes(kept)]).toEqual([kept, true]);
    }
    expect(text).toMatch(/value="rutan-banjarnegara"[^>]*checked/);
    expect(text).toMatch(/value="2025-10-30T09:00"[^>]*checked/);
    expect(text).toMatch(/value="invited"[^>]*checked/);
    expect(text).toContain('Rombongan 12 orang, dipimpin Sari Dewi, dengan 1 undangan.');
    expect(await stored(form.title)).toEqual([]);
  });

  test('a refusal by the host’s rules stores nothing, keeps what was typed, and says why beside the time', async () => {
    const form = filled({ waktu: '2025-10-21T09:00' });
    const { text } = await send(form).expect(422);
    expect(text).toContain('Terlalu mendadak');
    expect(text).toContain('id="waktu-fault"');
    expect(text).toContain(form.title);
    expect(text).toMatch(/value="2025-10-21T09:00"[^>]*checked/);
    expect(await stored(form.title)).toEqual([]);
    const history = await app.database.query('SELECT 1 FROM visit WHERE state = $1', ['draft']);
    expect(history).toEqual([]);
    await send({ ...form, waktu: '2025-10-30T09:00' }).expect(303);
  });

  test('all that is lacking is named at once, and the first of it takes the focus', async () => {
    const { text } = await send({ langkah: 'kirim', tempel: 'Sari;;bukan@surel' }).expect(422);
    for (const fault of ['tuan', 'waktu', 'kind', 'title', 'purpose', 'contactName', 'tempel']) {
      expect([fault, text.includes(`id="${fault}-fault"`)]).toEqual([fault, true]);
    }
    expect(text.match(/autofocus/g)).toHaveLength(1);
    expect(text).toContain('“bukan@surel” bukan alamat surel.');
  });
});

describe('Who may', () => {
  test('officers, unit heads and people of a Kanwil for their own office; others are refused', async () => {
    for (const by of [head, people.kanwil]) await open('', by).expect(200);
    const form = filled({ title: 'Kunjungan Kanwil', orang: [], tempel: '', luar: '' });
    await send(form, people.kanwil).expect(303);
    const [visit] = await stored('Kunjungan Kanwil');
    const [row] = await app.database.query<{ guest: string }>(
      'SELECT guest_unit AS guest FROM visit WHERE id = $1',
      [visit?.id],
    );
    expect(row?.guest).toBe('kanwil-jawa-tengah');
    const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    await open('', administrator).expect(403);
    await send(filled(), administrator).expect(403);
    await request(app.server).get(PATH).set('accept', 'text/html').expect(401);
  });

  test('the own unit is no host', async () => {
    const { text } = await open('?tuan=bapas-purwokerto&cari=purwokerto').expect(200);
    expect(text).not.toContain('id="tuan-bapas-purwokerto"');
    await send(filled({ tuan: 'bapas-purwokerto' })).expect(422);
  });

  test('people of another unit cannot be ticked', async () => {
    const [other] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
      'petugas@tuan.test',
    ]);
    const form = filled({ orang: [other?.id ?? ''], tempel: '', luar: '' });
    await send(form).expect(303);
    const [visit] = await stored(form.title);
    const members = await app.database.query('SELECT 1 FROM visit_participant WHERE visit_id = $1', [
      visit?.id,
    ]);
    expect(members).toEqual([]);
  });
});

test('whatever is sent is never an error of the server', async () => {
  const body = { ...filled(), orang: ['x'], minggu: '2025-10-27', jarak: '25', ketua: 'x', banyak: '30' };
  const bad: string[] = [];
  for (const [what, value] of hostile) {
    for (const field of Object.keys(body)) {
      for (const langkah of ['periksa', 'kirim']) {
        const asked = { ...body, langkah, [field]: value };
        const { status } = await request(app.server)
          .post(PATH)
          .set('accept', 'text/html')
          .set(guest)
          .send(asked);
        if (status >= 500) bad.push(`${langkah} ${field} ${what}: ${status}`);
      }
    }
    const { status } = await open(
      `?tuan=${encodeURIComponent(JSON.stringify(value)).slice(0, 2000)}&minggu=0001-01-01`,
    );
    if (status >= 500) bad.push(`open ${what}: ${status}`);
  }
  for (const whole of ['[]', '"x"', 'null', '1', '{"__proto__":{"langkah":"kirim"}}']) {
    const answer = await request(app.server)
      .post(PATH)
      .set({ accept: 'text/html', 'content-type': 'application/json', ...guest })
      .send(whole);
    if (answer.status >= 500) bad.push(`${whole}: ${answer.status}`);
  }
  expect(bad).toEqual([]);
}, 180_000);

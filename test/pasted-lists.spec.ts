import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { tripBody } from './support/example-bodies.js';
import { asSeen } from './support/pasted.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { requested } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

const NIP = '198001012005011001';
/** A name for each case, so that what is stored is told from that of others. */
const listOf = (name: string) => `${name}, S.H.\t${NIP}\tPenata (III/c)\tKasubsi Registrasi\t81234567890`;
const corrected = ['name', 'nip', 'rank', 'none', 'phone'];

interface Place {
  path: () => Promise<string>;
  field: string;
  form: () => Promise<object>;
  /** The button that stores it, where it has a name. */
  press?: string;
}

const send = (path: string, fields: object) =>
  request(app.server).post(path).set(people.guest).set('accept', 'text/html').type('form').send(fields);

const booking = (field: 'tempel' | 'luar'): Place => ({
  path: async () => BOOKING,
  field,
  form: async () => filledBooking({ tempel: '', luar: '' }),
  press: 'kirim',
});
const record = (field: string, day: string): Place => ({
  path: async () => '/kunjungan/catat',
  field,
  form: async () => ({
    tamu: 'bapas-purwokerto',
    tuan: 'rutan-banjarnegara',
    kind: 'study-visit',
    title: 'Kunjungan yang sudah disepakati',
    day,
    from: '09.00',
    to: '11.00',
  }),
});
const trip = async (): Promise<string> => {
  const { body } = await request(app.server).post('/api/trips').set(people.guest).send(tripBody).expect(201);
  return `/perjalanan/${body.id}/langkah/rombongan`;
};

const places: Record<string, Place> = {
  'a visit that is asked for': booking('tempel'),
  'a visit that is asked for, of others': booking('luar'),
  'a recorded visit, of the guest': record('guests', '4 November 2025'),
  'a recorded visit, of the host': record('hosts', '5 November 2025'),
  'a recorded visit, of others': record('invited', '6 November 2025'),
  'a trip that is planned': {
    path: async () => '/perjalanan/baru',
    field: 'tempel',
    form: async () => ({
      title: 'Belajar WBK',
      purpose: 'Melihat layanan terpadu',
      kind: 'study-visit',
      'host-1': 'Rutan Kelas IIB Banjarnegara',
      'day-1': '2 Desember 2025',
      'from-1': '09.00',
      'to-1': '11.00',
      'host-2': 'Rutan Kelas IIB Purbalingga',
      'day-2': '3 Desember 2025',
      'from-2': '09.00',
      'to-2': '11.00',
    }),
    press: 'ajukan',
  },
  'the party of a trip': { path: trip, field: 'tempel', form: async () => ({ version: 1 }) },
  'participants of a visit': {
    path: async () => `/kunjungan/${(await requested(app, people.guest)).id}/peserta/daftar`,
    field: 'tempel',
    form: async () => ({ side: 'guest' }),
  },
};

const stored = (name: string) =>
  app.database.query<Record<string, string | null>>(
    `SELECT DISTINCT name, nip, rank, position, phone FROM visit_participant WHERE name LIKE $1`,
    [`${name}%`],
  );

describe.each(Object.entries(places))(
  'A list that is pasted for %s',
  (what, { path, field, form, press = '' }) => {
    const pressed = press === '' ? {} : { langkah: press };
    const name = `Budi ${what.replace(/[^a-z]/g, '')}`;
    const text = listOf(name);

    test('is shown by its columns before it is stored, with all that was typed', async () => {
      const [at, rest] = [await path(), await form()];
      const looked = await send(at, { ...rest, [field]: text, langkah: 'periksa' }).expect(200);
      expect(looked.text).toContain('kolom yang dikenali');
      const { text: page } = await send(at, { ...rest, ...pressed, [field]: text }).expect(422);
      expect(page).toContain('Periksa dahulu kolom yang dikenali di bawah');
      expect(page).toMatch(/<option (?:[^>]* )?selected[^>]*>Pangkat\/golongan/);
      expect(page).toContain(`NIP ***************001`);
      expect(page).toContain(text);
      expect(page.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toContain(NIP);
      expect(await stored(name)).toEqual([]);
    });

    test('with a line that cannot be taken is refused beside it', async () => {
      const wrong = `${text}\n${name} lain\t\t\t\t0000000`;
      const seen = asSeen(field, wrong);
      const { text: page } = await send(await path(), {
        ...(await form()),
        ...seen,
        ...pressed,
        [field]: wrong,
      }).expect(422);
      expect(page).toContain('Baris 2: “0000000” bukan nomor telepon.');
      expect(await stored(name)).toEqual([]);
    });

    test('is stored as its columns were corrected, with NIP, rank and telephone', async () => {
      const kinds = Object.keys(asSeen(field, '')).find((each) => each.startsWith('kolom')) as string;
      const seen = { ...asSeen(field, text), [kinds]: corrected };
      await send(await path(), { ...(await form()), ...seen, ...pressed, [field]: text }).expect(303);
      expect(await stored(name)).toEqual([
        { name: `${name}, S.H.`, nip: NIP, rank: 'Penata (III/c)', position: null, phone: '+6281234567890' },
      ]);
    });
  },
);

test('the party of a trip keeps the NIP that its page does not show, in a leg that is added later, too', async () => {
  const at = await trip();
  const text = `${listOf('Ani')}\nTono\tStaf`;
  await send(at, { version: 1, tempel: text, ...asSeen('tempel', text) }).expect(303);
  const address = at.replace('/langkah/rombongan', '');
  const open = async () =>
    (await request(app.server).get(address).set(people.guest).set('accept', 'text/html').expect(200)).text;
  const page = await open();
  expect(page).not.toContain(NIP);
  const lines = /<textarea[^>]*name="tempel"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
  expect(lines).toContain('Ani, S.H.\tPenata (III/c)\tKasubsi Registrasi\t\t\t+6281234567890');
  const changed = lines.trim().replace('Kasubsi Registrasi', 'Kasi Pelayanan');
  await send(at, { version: 2, tempel: changed, ...asSeen('tempel', changed) }).expect(303);
  await send(`${address}/langkah/singgah`, {
    version: 3,
    host: 'lapas-cilacap',
    day: '12 Desember 2025',
    from: '09.00',
    to: '11.00',
  }).expect(303);
  const rows = await app.database.query(
    `SELECT DISTINCT p.nip, p.rank, p.position, count(*)::int AS legs FROM visit_participant p
     JOIN trip_leg l ON l.visit_id = p.visit_id WHERE l.trip_id = $1 AND p.name = 'Ani, S.H.' GROUP BY 1, 2, 3`,
    [address.split('/').at(-1)],
  );
  expect(rows).toEqual([{ nip: NIP, rank: 'Penata (III/c)', position: 'Kasi Pelayanan', legs: 3 }]);
});

test('who takes part already is told, and not added once more', async () => {
  const visit = await requested(app, people.guest);
  const at = `/kunjungan/${visit.id}/peserta/daftar`;
  const names = async () =>
    (
      await app.database.query<{ name: string }>(
        'SELECT name FROM visit_participant WHERE visit_id = $1 ORDER BY name',
        [visit.id],
      )
    ).map(({ name }) => name);
  const before = await names();
  const first = 'Citra Lestari\nDedi;Staf;dedi@contoh.test';
  await send(at, { side: 'guest', tempel: first, ...asSeen('tempel', first) }).expect(303);
  const again = 'CITRA LESTARI\nDedi Kurnia;Staf;dedi@contoh.test\nEka';
  const page = await send(at, { side: 'guest', tempel: again, langkah: 'periksa' }).expect(200);
  expect(page.text.match(/sudah terdaftar, tidak ditambahkan lagi/g)).toHaveLength(2);
  await send(at, { side: 'guest', tempel: again, ...asSeen('tempel', again) }).expect(303);
  expect(await names()).toEqual([...before, 'Citra Lestari', 'Dedi', 'Eka'].sort());
  const last = await send(at, { side: 'guest', tempel: again, ...asSeen('tempel', again) }).expect(303);
  expect(last.headers['location']).toContain('info=daftar-kosong');
  expect((await send(at, { side: 'guest', tempel: '' }).expect(422)).text).toContain(
    'Tempel daftarnya dahulu.',
  );
});

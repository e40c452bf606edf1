import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { create, requested, step, visitBody, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil, stranger } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

const show = async (visit: { id: string }, by: Header, status = 200): Promise<string> => {
  const path = `/kunjungan/${visit.id}`;
  return (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(status)).text;
};

const press = (visit: { id: string }, by: Header, name: string, fields: Record<string, string>) =>
  request(app.server)
    .post(`/kunjungan/${visit.id}/langkah/${name}`)
    .set('accept', 'text/html')
    .set(by)
    .type('form')
    .send(fields);

const read = async (visit: { id: string }, by: Header): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: by, path: { id: visit.id } })
      .expect(200)
  ).body;

/** Steps that a page has forms for. */
const offered = (text: string): string[] =>
  [...text.matchAll(/action="\/kunjungan\/[^/"]+\/langkah\/([a-z-]+)"/g)].map(([, name = '']) => name).sort();

const AFTER_START = new Date('2025-10-30T03:00:00Z');
let slot = 0;
/** Hours of their own for each visit, so that they do not compete for the host's time. */
const body = () => {
  const hour = String(8 + (slot++ % 4)).padStart(2, '0');
  const day = ['28', '29', '30'][Math.floor(slot / 4) % 3] ?? '30';
  const at = (minutes: string) => `2025-10-${day}T${hour}:${minutes}:00+07:00`;
  return { startsAt: at('00'), endsAt: at('45') };
};
const other = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T10:00:00+07:00' };

/** A visit in each state, with the time at which it is looked at. */
const situations: [name: string, make: () => Promise<ShownVisit>, now?: Date][] = [
  ['a draft', () => create(app, guest, body())],
  ['a request', () => requested(app, guest, body())],
  [
    'a proposal of the host',
    async () => step(app, host, await requested(app, guest, body()), 'propose', other),
  ],
  [
    'a proposal of the guest',
    async () => step(app, guest, await requested(app, guest, body()), 'propose', other),
  ],
  ['a confirmed visit', async () => step(app, host, await requested(app, guest, body()), 'accept')],
  [
    'a confirmed visit whose start has passed',
    async () => step(app, host, await requested(app, guest, body()), 'accept'),
    AFTER_START,
  ],
  [
    'a confirmed visit with a new time proposed',
    async () => {
      const visit = await step(app, host, await requested(app, guest, body()), 'accept');
      return step(app, guest, visit, 'reschedule', { reason: 'Banjir', ...other });
    },
  ],
  [
    'a visit that was declined',
    async () => step(app, host, await requested(app, guest, body()), 'decline', { reason: 'Penuh' }),
  ],
  ['a visit that was withdrawn', async () => step(app, guest, await create(app, guest, body()), 'withdraw')],
  [
    'a visit that was cancelled',
    async () => {
      const visit = await step(app, host, await requested(app, guest, body()), 'accept');
      return step(app, guest, visit, 'cancel', { reason: 'Anggaran' });
    },
  ],
];

describe.each(situations)('%s', (_, make, now) => {
  test('offers to each exactly the steps that the rules allow', async () => {
    const visit = await make();
    if (now) app.clock.set(now);
    for (const [who, by] of Object.entries({ guest, host, kanwil, administrator })) {
      const answer = await api(app).get('/api/visits/{id}', { as: by, path: { id: visit.id } });
      const text = await show(visit, by, answer.status);
      const allowed = answer.status === 200 ? (answer.body as ShownVisit).allowedActions : [];
      const expected = allowed.filter((action) => action !== 'publish-summary').sort();
      expect([who, offered(text)]).toEqual([who, expected]);
    }
    await show(visit, stranger, 404);
  });
});

describe('a step taken without script', () => {
  test('goes the whole way, each answered by the page with what was done', async () => {
    const visit = await create(app, guest, body());
    const way: [by: Header, name: string, fields: Record<string, string>, state: string][] = [
      [guest, 'submit', {}, 'requested'],
      [
        host,
        'propose',
        { day: '2025-11-06', from: '10:00', to: '11:30', reason: 'Upacara' },
        'counter-proposed',
      ],
      [guest, 'accept', {}, 'confirmed'],
      [guest, 'cancel', { reason: 'Anggaran dialihkan' }, 'cancelled'],
    ];
    for (const [by, name, fields, state] of way) {
      const { version } = await read(visit, guest);
      const answer = await press(visit, by, name, { version: String(version), ...fields }).expect(303);
      expect(answer.headers['location']).toBe(`/kunjungan/${visit.id}?info=${name}`);
      const text = await show(visit, by);
      expect((await read(visit, guest)).state).toBe(state);
      expect(text).toContain('aria-current="step"');
    }
    const moved = await read(visit, guest);
    expect([moved.startsAt, moved.endsAt]).toEqual([
      '2025-11-06T10:00:00+07:00',
      '2025-11-06T11:30:00+07:00',
    ]);
    expect(await show(visit, host)).toContain('Alasan: Anggaran dialihkan');
  });

  test('says what follows from it', async () => {
    const visit = await requested(app, guest, body());
    const text = await show(visit, host);
    expect(text).toMatch(/Waktu tuan rumah terkunci .*undangan dikirim ke semua peserta/);
    expect(text).toContain('sesudahnya permintaan kedaluwarsa');
  });

  test('keeps what was typed when it is refused, with the fault beside the field', async () => {
    const visit = await requested(app, guest, body());
    const { text } = await press(visit, host, 'propose', {
      version: String(visit.version),
      day: '2025-11-06',
      from: '11:00',
      to: '10:00',
      reason: 'Ada upacara',
    }).expect(422);
    expect(text).toContain('Harus sesudah jam mulai.');
    expect(text).toMatch(/id="propose-to"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="propose-to"/);
    expect(text).toMatch(/value="6 November 2025"/);
    expect(text).toContain('>Ada upacara</textarea>');
    expect(text).toMatch(/<details class="step-other" open[^>]*id="langkah-propose"/);
    expect((await read(visit, host)).state).toBe('requested');

    const bare = await press(visit, host, 'decline', { version: String(visit.version), reason: ' ' }).expect(
      422,
    );
    expect(bare.text).toMatch(/id="decline-reason-fault"[^>]*>Wajib diisi\./);
  });

  test('built on what is no longer so shows what stands, and the words that were typed', async () => {
    const visit = await requested(app, guest, body());
    await step(app, guest, visit, 'withdraw');
    const { text } = await press(visit, host, 'decline', {
      version: String(visit.version),
      reason: 'Aula dipakai <sedang>',
    }).expect(409);
    expect(text).toContain('Kunjungan ini baru saja diubah orang lain.');
    expect(text).toContain('Ditarik kembali');
    expect(text).toContain('Aula dipakai &lt;sedang>');
    expect(offered(text)).toEqual([]);
  });

  test('is refused to who may not take it, and unknown to strangers', async () => {
    const visit = await requested(app, guest, body());
    const version = String(visit.version);
    await press(visit, administrator, 'accept', { version }).expect(403);
    await press(visit, guest, 'accept', { version }).expect(409);
    await press(visit, stranger, 'accept', { version }).expect(404);
    await press(visit, host, 'expire', { version }).expect(404);
    await press(visit, host, 'publish-summary', { version }).expect(404);
    await press(visit, host, 'accept', {}).expect(422);
    expect((await read(visit, host)).state).toBe('requested');
  });
});

test('a time in another zone than the reader’s is shown in both', async () => {
  const bali = await signedIn(app, { email: 'bali@contoh.test', role: 'officer', unit: 'lapas-kerobokan' });
  const visit = await requested(app, bali, { ...visitBody, ...body(), guestUnit: 'lapas-kerobokan' });
  const text = await show(visit, bali);
  expect(text).toMatch(/WIB/);
  expect(text).toMatch(/Di tempat Anda: [^<]+ WITA/);
  expect(await show(visit, host)).not.toContain('Di tempat Anda');
});

test('a visit is shared as a text without numbers and addresses of persons', async () => {
  const visit = await requested(app, guest, {
    ...body(),
    contactName: 'Sari',
    contactPhone: '0812 3456 7890',
    contactEmail: 'sari@contoh.test',
  });
  const text = await show(visit, guest);
  const href = /href="(https:\/\/wa\.me\/\?text=[^"]+)"/.exec(text)?.[1] ?? '';
  const message = decodeURIComponent(new URL(href).searchParams.get('text') ?? '');
  expect(message).toContain(`http://sambang.test/kunjungan/${visit.id}`);
  expect(message).not.toMatch(/\+?62?812|sari@/);
});

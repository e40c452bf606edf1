import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, usualPeople } from './support/people.js';
import { create, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil, stranger } = await usualPeople(app));
  visit = await requested(app, guest);
});
afterAll(() => app.close());

const get = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);
const post = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(fields);
const read = async (id: string): Promise<ShownVisit & Record<string, unknown>> =>
  (await api(app).get('/api/visits/{id}', { as: guest, path: { id } }).expect(200)).body;

const content = {
  title: 'Ketahanan pangan',
  purpose: 'Belajar dari kebun',
  topics: 'Kebun\r\n\r\nTernak\r\n',
  place: 'Aula',
  partySize: '5',
  contactName: 'Sari',
  contactPhone: '0812-3456-7890',
  contactEmail: '',
  requestLetterNumber: 'WP.2.PAS.35.KP.04.01-1365',
  requestLetterDate: '2025-10-20',
  replyLetterNumber: '',
  replyLetterDate: '',
  assignmentLetterNumber: '',
  assignmentLetterDate: '',
};

describe('what a visit says', () => {
  test('ended programs are offered only where the visit has them already', async () => {
    const { id } = await create(app, guest, { programs: ['akselerasi-2'] });
    const retire = (on: string | null) =>
      app.database.query(
        `UPDATE program SET retired_on = $1 WHERE code IN ('akselerasi-2', 'akselerasi-3')`,
        [on],
      );
    await retire('2025-10-01');
    const { text } = await get(`/kunjungan/${id}/ubah`, guest).expect(200);
    await retire(null);
    const offered = [
      ...text.matchAll(/name="programs" [^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="programs"/g),
    ];
    const codes = offered.map(([, first, second]) => first ?? second);
    expect(codes).toContain('akselerasi-2');
    expect(codes).toContain('akselerasi-1');
    expect(codes).not.toContain('akselerasi-3');
  });

  test('is changed by a form, lists and empty fields among it', async () => {
    const path = `/kunjungan/${visit.id}/ubah`;
    const { text } = await get(path, host).expect(200);
    expect(text).toContain('value="Ketahanan pangan dan kehumasan"');
    const { version } = await read(visit.id);
    const sent = { ...content, version: String(version), programs: 'akselerasi-2' };
    const answer = await post(path, host, sent).expect(303);
    expect(answer.headers['location']).toBe(`/kunjungan/${visit.id}?info=disimpan`);
    expect(await read(visit.id)).toMatchObject({
      title: 'Ketahanan pangan',
      topics: ['Kebun', 'Ternak'],
      programs: ['akselerasi-2'],
      contact: { name: 'Sari', phone: '+6281234567890', email: null },
      letters: {
        request: { number: 'WP.2.PAS.35.KP.04.01-1365', date: '2025-10-20' },
        reply: { number: null, date: null },
      },
    });
    const shown = await get(`/kunjungan/${visit.id}?info=disimpan`, host).expect(200);
    expect(shown.text).toContain('Perubahan sudah disimpan.');
    expect(shown.text).toContain('WP.2.PAS.35.KP.04.01-1365, Senin, 20 Oktober 2025');
  });

  test('keeps what was typed when it is refused or out of date', async () => {
    const path = `/kunjungan/${visit.id}/ubah`;
    const faulty = { ...content, version: '1', title: '', contactPhone: 'bukan nomor', purpose: 'Baru <b>' };
    const { text } = await post(path, guest, faulty).expect(422);
    expect(text).toContain('Baru &lt;b>');
    expect(text).toMatch(/id="contactPhone-fault"/);
    expect(text).toMatch(/id="title-fault"/);
    const stale = await post(path, guest, { ...content, version: '1', place: 'Lapangan' }).expect(409);
    expect(stale.text).toContain('value="Lapangan"');
    expect(stale.text).toMatch(/Sudah disimpan Petugas .*Isian Anda.*Lapangan.*Yang tersimpan sekarang/s);
    expect(stale.text).not.toContain('hilang');
  });

  test('moves the time of a draft alone', async () => {
    const draft = await create(app, guest);
    const fields = {
      ...content,
      version: String(draft.version),
      day: '2025-11-03',
      from: '08:30',
      to: '10:00',
    };
    await post(`/kunjungan/${draft.id}/ubah`, guest, fields).expect(303);
    expect((await read(draft.id)).startsAt).toBe('2025-11-03T08:30:00+07:00');
    const sent = await step(app, guest, await read(draft.id), 'submit');
    const again = { ...fields, version: String(sent.version), day: '2025-11-04' };
    await post(`/kunjungan/${draft.id}/ubah`, guest, again).expect(409);
    expect((await get(`/kunjungan/${draft.id}/ubah`, guest).expect(200)).text).not.toContain('name="day"');
  });

  test('is for both units to change', async () => {
    await get(`/kunjungan/${visit.id}/ubah`, kanwil).expect(403);
    await get(`/kunjungan/${visit.id}/ubah`, stranger).expect(404);
    await post(`/kunjungan/${visit.id}/ubah`, kanwil, content).expect(403);
    const { text } = await get(`/kunjungan/${visit.id}`, kanwil).expect(200);
    expect(text).not.toMatch(/\/ubah"|\/peserta"|Simpan berkas/);
  });
});

describe('participants', () => {
  const path = () => `/kunjungan/${visit.id}/peserta`;
  const named = async (name: string) =>
    (await read(visit.id)).participants.find((each) => (each as { name?: string }).name === name);

  test('are added, changed, seen and removed by forms', async () => {
    const sari = {
      name: 'Sari',
      office: '',
      email: 'Sari@Contoh.test',
      phone: '',
      side: 'guest',
      role: 'leader',
    };
    await post(path(), guest, sari).expect(303);
    expect(await named('Sari')).toMatchObject({ email: 'sari@contoh.test' });
    const twice = await post(path(), guest, { ...sari, name: 'Sari lagi' }).expect(409);
    expect(twice.text).toContain('value="Sari lagi"');
    expect(twice.text).toMatch(/id="email-fault"/);

    const id = (await named('Sari'))?.id ?? '';
    const change = { name: 'Sari Dewi', office: 'Kasubsi', phone: '', role: 'speaker', answer: 'accepted' };
    await post(`${path()}/${id}`, host, change).expect(303);
    await post(`${path()}/${id}`, host, { attendance: 'present' }).expect(409);
    app.clock.set(new Date('2025-10-30T03:00:00Z'));
    await post(`${path()}/${id}`, host, { attendance: 'present' }).expect(303);
    expect(await named('Sari Dewi')).toMatchObject({ answer: 'accepted', attendance: 'present' });
    const { text } = await get(`/kunjungan/${visit.id}`, guest).expect(200);
    expect(text).toMatch(/1 hadir/);
    expect((await get(path(), guest).expect(200)).text).toMatch(/aria-pressed="true"[^>]*>Hadir/);

    const faulty = await post(`${path()}/${id}`, host, { ...change, name: '', office: 'Tertulis' }).expect(
      422,
    );
    expect(faulty.text).toContain('value="Tertulis"');
    await post(`${path()}/${id}/hapus`, host, {}).expect(303);
    expect(await named('Sari Dewi')).toBeUndefined();
  });

  test('come from a whole unit, each once', async () => {
    const found = await get(`${path()}?cari=purbalingga`, guest).expect(200);
    expect(found.text).toContain('name="unit" value="rutan-purbalingga"');
    const invite = { unit: 'rutan-purbalingga', side: 'invited' };
    const first = await post(`${path()}/upt`, guest, invite).expect(303);
    expect(first.headers['location']).toContain('info=upt');
    const again = await post(`${path()}/upt`, guest, invite).expect(303);
    expect(again.headers['location']).toContain('info=upt-kosong');
  });

  test('are for both units to change', async () => {
    await get(path(), kanwil).expect(403);
    await post(path(), kanwil, { name: 'X', side: 'guest', role: 'member' }).expect(403);
    const outsider = await create(app, guest);
    await get(`/kunjungan/${outsider.id}/peserta`, stranger).expect(404);
    await post(`/kunjungan/${outsider.id}/peserta`, stranger, { name: 'X' }).expect(404);
  });
});

describe('files', () => {
  const path = () => `/kunjungan/${visit.id}/berkas`;
  const send = (by: Header, name: string, content: Buffer) =>
    request(app.server)
      .post(path())
      .set('accept', 'text/html')
      .set(by)
      .attach('file', content, { filename: name });
  const pdf = Buffer.from('%PDF-1.7 surat tugas');

  test('are sent, listed, read and removed by forms', async () => {
    const answer = await send(guest, 'Surat tugas.pdf', pdf).expect(303);
    expect(answer.headers['location']).toBe(`/kunjungan/${visit.id}?info=berkas`);
    const { text } = await get(`/kunjungan/${visit.id}`, host).expect(200);
    expect(text).toContain('Surat tugas.pdf');
    const href = /href="(\/kunjungan\/[^"]+\/berkas\/[^"]+)"/.exec(text)?.[1] ?? '';
    const file = await get(href, host).expect(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    await post(`${href}/hapus`, kanwil, {}).expect(403);
    await post(`${href}/hapus`, host, {}).expect(303);
    await get(href, host).expect(404);
  });

  test('that are not kept are refused beside their field', async () => {
    const picture = await send(guest, 'foto.jpg', Buffer.from('tidak')).expect(415);
    expect(picture.text).toMatch(/id="file-fault"[^>]*>Mohon kirim berkas PDF/);
    const large = await send(guest, 'besar.pdf', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]));
    expect([large.status, large.text.includes('file-fault')]).toEqual([413, true]);
    await send(guest, 'sama.pdf', pdf).expect(303);
    expect((await send(guest, 'sama.pdf', pdf).expect(409)).text).toContain('sudah tersimpan');
    expect((await send(kanwil, 'x.pdf', Buffer.from('%PDF-1.7 lain'))).status).toBe(403);
  });

  test('come from this site alone', async () => {
    const entered = await request(app.server)
      .post('/masuk')
      .type('form')
      .send({ email: 'petugas@tamu.test', password: PASSWORD })
      .expect(303);
    const cookie = String(entered.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    const [person] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
      'petugas@tamu.test',
    ]);
    const upload = (origin: string) =>
      request(app.server)
        .post(`${path()}?form-person=${person?.id}`)
        .set({ accept: 'text/html', cookie, origin })
        .attach('file', Buffer.from(`%PDF-1.7 dari ${origin}`), { filename: 'lain.pdf' });
    await upload('https://jahat.test').expect(403);
    await upload('http://sambang.test').expect(303);
  });
});

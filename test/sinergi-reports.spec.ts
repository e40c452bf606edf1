import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, type Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

const YEAR = 'dari=2025-01&sampai=2025-12';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await confirmed(app, people.guest, people.host, { programs: ['akselerasi-2', 'akselerasi-3'] });
  await requested(app, people.guest, {
    startsAt: '2025-11-20T09:00:00+07:00',
    endsAt: '2025-11-20T10:00:00+07:00',
  });
});
afterAll(() => app.close());

const get = (path: string, by: Header) =>
  request(app.server)
    .get(path)
    .set(by)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
const bytes = async (path: string, by: Header): Promise<Buffer> =>
  (await get(path, by).expect(200)).body as Buffer;

async function pdfText(data: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(data), useSystemFonts: true }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
  );
  return pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
}

describe('the workbook', () => {
  test('is read back by another library, and its sums are those of the page', async () => {
    const sheets = await readExcelFile(await bytes(`/sinergi/unduh.xlsx?${YEAR}`, people.kanwil));
    const sheet = (name: string) => sheets.find((each) => each.sheet === name)?.data ?? [];
    expect(sheet('Kunjungan menurut keadaan')).toEqual([
      ['Keadaan', 'Periode ini', 'Periode sebelumnya'],
      ['Diajukan', 1, 0],
      ['Dikonfirmasi', 1, 0],
      ['Semua', 2, 0],
    ]);
    const sum = (name: string) => sheet(name).reduce((all, [, count]) => all + (Number(count) || 0), 0);
    expect(sum('Kunjungan menurut bulan')).toBe(2);
    // Each of the two programs counts its visit.
    expect(sum('Kunjungan menurut program')).toBe(2);
    expect(sheet('Siapa mengunjungi siapa').slice(1)).toEqual([
      ['Bapas Kelas II Purwokerto', 'Rutan Kelas IIB Banjarnegara', 1],
    ]);
    const { text } = await request(app.server).get(`/sinergi?${YEAR}`).set(people.kanwil);
    expect(text).toMatch(/sinergi-number">2<\/span><span>Semua</);
  });

  test('of the whole country has a line for every regional office', async () => {
    const sheets = await readExcelFile(await bytes(`/sinergi/unduh.xlsx?${YEAR}`, administrator));
    const offices = sheets.find(({ sheet }) => sheet === 'Kunjungan menurut Kanwil')?.data ?? [];
    expect(offices).toHaveLength(1 + 33);
    expect(offices.find(([name]) => /Jawa Tengah/.test(String(name)))?.slice(1)).toEqual([2, 0, 2, 2]);
  });
});

test('a table comes as CSV with a byte order mark', async () => {
  const answer = await get(`/sinergi/unduh.csv?${YEAR}&tabel=pasangan`, people.kanwil).expect(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''sinergi-pasangan-jawa-tengah-2025-01-2025-12.csv",
  );
  expect((answer.body as Buffer).toString('utf8')).toBe(
    '\uFEFFTamu,Tuan rumah,Kunjungan\r\nBapas Kelas II Purwokerto,Rutan Kelas IIB Banjarnegara,1\r\n',
  );
});

test('the report tells the same as PDF and as a Word document, with charts', async () => {
  const text = await pdfText(await bytes(`/sinergi/laporan.pdf?${YEAR}`, people.kanwil));
  const { value } = await mammoth.convertToHtml({
    buffer: await bytes(`/sinergi/laporan.docx?${YEAR}`, people.kanwil),
  });
  for (const told of [
    'Januari 2025 sampai Desember 2025',
    'Siapa mengunjungi siapa',
    'naik 2 (sebelumnya 0)',
  ]) {
    expect(text).toContain(told);
    expect(value).toContain(told);
  }
  expect(value.match(/<img/g)).toHaveLength(3);
});

test('only those who look over a region take figures away, and nonsense is no fault of the server', async () => {
  for (const path of ['unduh.xlsx', 'unduh.csv', 'laporan.pdf', 'laporan.docx', 'laporan', 'jaringan']) {
    await get(`/sinergi/${path}`, people.guest).expect(403);
  }
  for (const query of ['tabel=x', 'tabel=%00', 'dari=x', 'program=x', 'tabel[x]=1']) {
    expect((await get(`/sinergi/unduh.csv?${query}`, people.kanwil)).status).toBeLessThan(500);
  }
  await get('/sinergi/laporan.pdf?dari=2001-01&sampai=2001-01', people.kanwil).expect(200);
});

test('the API gives the same files, and lets an office choose its monthly report', async () => {
  const period = 'from=2025-01&to=2025-12';
  const table = await get(`/api/sinergi/tables/pasangan?${period}`, people.kanwil).expect(200);
  expect(table.body).toEqual(await bytes(`/sinergi/unduh.csv?${YEAR}&tabel=pasangan`, people.kanwil));
  const sheets = await readExcelFile(await bytes(`/api/sinergi/workbook?${period}`, people.kanwil));
  expect(sheets.map(({ sheet }) => sheet)).toContain('Kunjungan menurut bulan');
  expect(await pdfText(await bytes(`/api/sinergi/report?${period}`, people.kanwil))).toContain(
    'Laporan Sinergi',
  );
  const word = await get(`/api/sinergi/report?${period}&format=docx`, people.kanwil).expect(200);
  expect(word.headers['content-type']).toContain('wordprocessingml');
  await get('/api/sinergi/tables/tiada', people.kanwil).expect(404);
  await get('/api/sinergi/report?format=odt', people.kanwil).expect(422);
  await get('/api/sinergi/workbook', people.guest).expect(403);
  const choose = (by: Header, body: object) =>
    api(app).put('/api/sinergi/monthly-report', { as: by, body: wrong(body) });
  expect((await choose(people.kanwil, { wanted: true }).expect(200)).body).toEqual({ wanted: true });
  const chosen = await api(app).get('/api/sinergi/monthly-report', { as: people.kanwil });
  expect(chosen.body).toEqual({ wanted: true });
  expect((await choose(people.kanwil, { wanted: false }).expect(200)).body).toEqual({ wanted: false });
  await choose(people.kanwil, { wanted: 'x' }).expect(422);
  await choose(administrator, { wanted: true }).expect(403);
});

describe('the monthly report', () => {
  const choose = (by: Header, kirim: string) =>
    request(app.server).post('/sinergi/laporan/bulanan').set(by).type('form').send({ kirim });
  const work = async (at: string): Promise<number> => {
    app.clock.set(new Date(at));
    await app.settle();
    const [row] = await app.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM mail WHERE key LIKE 'sinergi-report:%'`,
    );
    return row?.count ?? -1;
  };

  test('is chosen by the office itself', async () => {
    await choose(people.guest, 'ya').expect(403);
    await choose(administrator, 'ya').expect(403);
    await choose(people.kanwil, 'x').expect(422);
  });

  test('is mailed only where it is wanted, once, with both files', async () => {
    expect(await work('2025-11-01T07:30:00+07:00')).toBe(0);
    await choose(people.kanwil, 'ya').expect(303);
    expect(await work('2025-11-01T06:30:00+07:00')).toBe(0);
    expect(await work('2025-11-01T07:30:00+07:00')).toBe(1);
    expect(await work('2025-11-02T07:30:00+07:00')).toBe(1);
    const [mail] = await app.database.query<{ subject: string; text: string }>(
      `SELECT subject, body_text AS text FROM mail WHERE key LIKE 'sinergi-report:%'`,
    );
    expect(mail?.subject).toMatch(/^Laporan sinergi .*Jawa Tengah, Oktober 2025$/);
    expect(mail?.text).toContain('Kunjungan disepakati: 1');
    const files = await app.database.query<{ filename: string; content: Buffer }>(
      'SELECT filename, content FROM mail_attachment ORDER BY position',
    );
    expect(files.map(({ filename }) => filename)).toEqual([
      'sinergi-jawa-tengah-2025-10.pdf',
      'sinergi-jawa-tengah-2025-10.docx',
    ]);
    expect(await pdfText(files[0]?.content ?? Buffer.alloc(0))).toContain('Oktober 2025');
  });

  test('stops when it is no longer wanted', async () => {
    await choose(people.kanwil, 'tidak').expect(303);
    expect(await work('2025-12-01T07:30:00+07:00')).toBe(1);
  });
});

test('the network is drawn and told, without a style that the page would refuse', async () => {
  const { text } = await request(app.server).get(`/sinergi/jaringan?${YEAR}`).set(people.kanwil).expect(200);
  expect(text).toMatch(/<svg aria-hidden="true"[^>]*>.*Bapas Purwokerto.*<\/svg>/s);
  expect(text).not.toContain(' style=');
  expect(text).toMatch(
    /<td>Bapas[^<]*Purwokerto<\/td><td>Rutan[^<]*Banjarnegara<\/td>.*keadaan=disepakati[^>]*>1</s,
  );
});

import request from 'supertest';
import { writeCsv } from '../../src/platform/documents/csv.js';
import { writeWorkbook } from '../../src/platform/documents/workbook.js';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';

export type Kind = 'people' | 'plans' | 'history';
interface Counts {
  ready: number;
  faulty: number;
  known: number;
  made: number;
  refused: number;
}
export interface Import {
  id: string;
  state: string;
  rows: Counts;
}

const table = (rows: readonly Record<string, string>[]) => {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    ...{ name: 'berkas', title: 'Berkas' },
    columns: titles.map((title) => ({ title, kind: 'text' as const })),
    rows: rows.map((row) => titles.map((title) => row[title] ?? '')),
  };
};
export const xlsx = (rows: readonly Record<string, string>[]): Promise<Buffer> =>
  writeWorkbook([table(rows)], new Date(0));
export const csv = (rows: readonly Record<string, string>[]): Buffer =>
  Buffer.from(writeCsv(table(rows), 'csv-excel'));

export const person = (n: number, more: Record<string, string> = {}) => ({
  Nama: `Petugas ${n}`,
  Surel: `impor${n}@contoh.test`,
  UPT: 'Bapas Purwokerto',
  Peran: 'petugas',
  NIP: '198501012010011001',
  Pangkat: 'Penata Muda (III/a)',
  Jabatan: 'Pembimbing Kemasyarakatan',
  Telepon: '0812-3456-7890',
  ...more,
});

export const past = (n: number, more: Record<string, string> = {}) => {
  const day = new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
  return {
    Tanggal: day,
    Mulai: '09.00',
    Selesai: '12.00',
    'UPT tamu': 'Bapas Kelas II Purwokerto',
    'UPT tuan rumah': n % 2 ? 'rutan-banjarnegara' : 'Rutan Purbalingga',
    Jenis: 'studi tiru',
    Judul: `Kunjungan ke-${n}`,
    Topik: 'Ketahanan pangan; Kehumasan',
    Program: 'akselerasi-2',
    'Jumlah rombongan': '12',
    Hasil: 'Kebun sudah dilihat.',
    'Tindak lanjut': n % 10 === 0 ? 'Membuat demplot' : '',
    'Penanggung jawab': n % 10 === 0 ? 'Sari' : '',
    'Paling lambat': n % 10 === 0 ? '31 Desember 2025' : '',
    ...more,
  };
};

/** What a test does with imports of one application. */
export function importing(app: TestApp) {
  const send = (by: Header, kind: Kind, content: Buffer, name = 'berkas.xlsx') =>
    request(app.server).post(`/api/imports/${kind}`).set(by).attach('file', content, name);

  async function brought(by: Header, kind: Kind, content: Buffer, name?: string): Promise<Import> {
    const answer = await send(by, kind, content, name);
    if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body as Import;
  }

  const read = async (by: Header, id: string): Promise<Import> =>
    (await request(app.server).get(`/api/imports/${id}`).set(by).expect(200)).body as Import;

  async function run(by: Header, id: string): Promise<Import> {
    await request(app.server).post(`/api/imports/${id}/confirm`).set(by).expect(200);
    await app.settle();
    return read(by, id);
  }

  const rowsOf = async (by: Header, id: string, state: string) =>
    (
      await request(app.server)
        .get(`/api/imports/${id}/rows`)
        .query({ state, limit: 500 })
        .set(by)
        .expect(200)
    ).body as {
      items: { number: number; says: string; madeId: string | null }[];
    };

  const count = async (what: string): Promise<number> => {
    const [row] = await app.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`);
    return row?.count ?? -1;
  };

  return { send, brought, read, run, rowsOf, count };
}

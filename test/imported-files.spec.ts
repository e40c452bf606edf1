import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { readTable } from '../src/platform/documents/read-table.js';
import { startApp, type TestApp } from './support/app.js';
import { csv, importing, past, person, xlsx } from './support/imports.js';
import { signedIn, usualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

let app: TestApp;
let kanwil: Header;
let head: Header;
let on: ReturnType<typeof importing>;

beforeAll(async () => {
  app = await startApp();
  on = importing(app);
  ({ kanwil } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
}, 60_000);
afterAll(() => app.close());

describe('Hostile and broken files', () => {
  function entry(
    name: string,
    content: Buffer | string,
    said: number,
    at: number,
  ): { local: Buffer; central: Buffer } {
    const data = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(said, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(said, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    return {
      local: Buffer.concat([local, Buffer.from(name), data]),
      central: Buffer.concat([central, Buffer.from(name)]),
    };
  }

  /** A packed file; its headers say that each entry is as large as a word. */
  function packed(...files: (readonly [name: string, content: Buffer | string])[]): Buffer {
    const locals: Buffer[] = [];
    const centrals: Buffer[] = [];
    for (const [name, content] of files) {
      const { local, central } = entry(name, content, 10, Buffer.concat(locals).length);
      locals.push(local);
      centrals.push(central);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(files.length, 8);
    end.writeUInt16LE(files.length, 10);
    end.writeUInt32LE(Buffer.concat(centrals).length, 12);
    end.writeUInt32LE(Buffer.concat(locals).length, 16);
    return Buffer.concat([...locals, ...centrals, end]);
  }

  test('a bomb that says it is small, and other files that are none, are refused at once', async () => {
    const bomb = packed(['xl/workbook.xml', Buffer.alloc(200 * 1024 * 1024)]);
    expect(bomb.length).toBeLessThan(400_000);
    const started = Date.now();
    const files: [Buffer, number][] = [
      [bomb, 415],
      [Buffer.from('PK\u0003\u0004rusak'), 415],
      [packed(['lain.txt', 'x']), 415],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 415],
      [Buffer.from(''), 422],
      [Buffer.from('Nama;Surel\nBudi;budi@contoh.test\n'), 422],
      [Buffer.from(`Nama;Surel;UPT;Peran\n${'a;b;c;d\n'.repeat(5002)}`), 413],
      [Buffer.from('Nama;Surel;UPT;Peran\n'), 422],
    ];
    for (const [file, status] of files) await on.send(head, 'people', file).expect(status);
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  test('a cell at the end of the sheet is refused, not read to', async () => {
    const files = [
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/worksheets/sheet1.xml', '<c r="XFD1048576"><v>1</v></c>'],
    ] as const;
    expect(await readTable(packed(...files))).toEqual({ rows: null, fault: 'too-large' });
    expect(await readTable(await xlsx([person(31)]))).toMatchObject({ fault: null });
  });

  test('formulas come back as text, and an unknown or missing program is told', async () => {
    const bad = csv([
      past(2200, { Program: 'tak-ada', Judul: '=HYPERLINK("http://x")', Tanggal: 'kapan-kapan' }),
    ]);
    const { id, rows } = await on.brought(kanwil, 'history', bad, 'a.csv');
    expect(rows).toMatchObject({ faulty: 1 });
    const file = await request(app.server)
      .get(`/api/imports/${id}/refused?format=csv`)
      .set(kanwil)
      .expect(200);
    expect(file.text).toContain(`'=HYPERLINK`);
    expect((await on.rowsOf(kanwil, id, 'faulty')).items[0]?.says).toContain(
      '“tak-ada” tidak ada dalam daftar',
    );
  });

  test('what is not the own unit’s or region’s is refused row by row', async () => {
    const bali = { 'UPT tamu': 'lapas-kerobokan', 'UPT tuan rumah': 'lapas-abepura' };
    const { rows } = await on.brought(kanwil, 'history', csv([past(2201, bali)]), 'a.csv');
    expect(rows).toMatchObject({ faulty: 1 });
  });
});

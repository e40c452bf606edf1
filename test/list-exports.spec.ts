import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { PAGE } from '../src/platform/pages/page-controller.js';
import { startApp, type TestApp } from './support/app.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, create, requested, type Header } from './support/visits.js';

const PAGE_SIZE = 2;

let app: TestApp;
let readers: Record<string, Header>;
let agreed: string;

beforeAll(async () => {
  app = await startApp();
  const people = await usualPeople(app);
  const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const elsewhere = { email: 'kanwil@jatim.test', role: 'regional', regionalOffice: 'jawa-timur' } as const;
  const head = { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' } as const;
  readers = {
    ...people,
    head: await signedIn(app, head),
    administrator,
    'another region': await signedIn(app, elsewhere),
  };
  const { guest, host, kanwil } = people;
  const contact = { contactName: 'Sari', contactPhone: '081234567890', contactEmail: 'sari@contoh.test' };
  const participants = [{ name: 'Arif', email: 'arif@contoh.test', side: 'invited', role: 'observer' }];
  agreed = (await confirmed(app, guest, host, { ...contact, participants, programs: ['akselerasi-2'] })).id;
  for (const day of ['04', '05', '06']) {
    const times = { startsAt: `2025-11-${day}T09:00:00+07:00`, endsAt: `2025-11-${day}T12:00:00+07:00` };
    await requested(app, guest, { ...times, title: `=Hari ${day}; "kedua"`, ...contact });
  }
  await create(app, guest, { title: 'Draf saja' });
  const texts = { context: 'b\nbaris dua', whatWasDone: 'c', howToCopy: 'd', result: 'e' };
  for (const title of ['Kebun satu', 'Kebun dua', 'Ternak'])
    await publishedNote(app, host, kanwil, { unit: 'rutan-banjarnegara', title, ...texts });
  await send('/api/notes', host, { unit: 'rutan-banjarnegara', title: 'Draf catatan' });
  for (const [i, what] of ['Demplot', 'Kandang', 'Kolam'].entries()) {
    const promise = { visit: agreed, what, person: 'Sari', dueOn: `2025-12-0${i + 1}` };
    await send('/api/follow-ups', guest, { ...promise, unit: 'bapas-purwokerto' });
  }
  await app.settle();
}, 60_000);
afterAll(() => app.close());

const send = (path: string, by: Header, body: object) =>
  request(app.server).post(path).set(by).send(body).expect(201);

const get = (path: string, by: Header) => request(app.server).get(path).set(by).buffer(true);

/** Fields of a CSV with semicolons or commas, quotes and line ends in them (RFC 4180). */
function readCsv(text: string, separator: ',' | ';'): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, 'y');
  const rows: string[][] = [[]];
  for (field.lastIndex = 1; field.lastIndex < text.length;) {
    const at = field.lastIndex;
    const [, quoted, plain = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error(`not CSV at ${at}: ${text.slice(at, at + 80)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

async function exported(path: string, by: Header): Promise<string[][]> {
  const answer = await get(`${path}${path.includes('?') ? '&' : '?'}format=csv`, by).expect(200);
  return readCsv(answer.text, ',');
}

/** What the rows of an export have under a title. */
function column([head = [], ...rows]: string[][], title: string): string[] {
  const at = head.indexOf(title);
  expect([title, at]).not.toEqual([title, -1]);
  return rows.map((row) => row[at] ?? '').map((cell) => cell.replace(/^'(?==)/, ''));
}

/** All items of a list of the API, page by page. */
async function listed(path: string, by: Header): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const asked = `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE_SIZE}`;
    const answer = await get(cursor ? `${asked}&cursor=${cursor}` : asked, by).expect(200);
    const body = answer.body as { items: Record<string, unknown>[]; nextCursor: string | null };
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return items;
}

/** Each list of the API, filters of it, and what names a row in the list and in its export. */
const lists: readonly (readonly [path: string, filters: readonly string[], field: string, title: string])[] =
  [
    [
      '/api/visits',
      ['', '?state=requested', '?query=Hari', '?from=2025-11-05&to=2025-11-05', '?program=akselerasi-2'],
      'reference',
      'Nomor',
    ],
    ['/api/follow-ups', ['', '?sort=what&order=desc', '?dueBefore=2025-12-02'], 'what', 'Tindak lanjut'],
    ['/api/notes', ['', '?query=kebun', '?state=draft', '?unitType=rutan'], 'title', 'Judul'],
    ['/api/people', ['', '?unit=bapas-purwokerto'], 'email', 'Surel'],
    ['/api/mails', ['', '?state=sent'], 'subject', 'Perihal'],
  ];

describe.each(lists)('the export of %s', (path, filters, field, title) => {
  test.each(filters)('has the rows of all pages, in their order, for every reader: %j', async (filter) => {
    let most = 0;
    for (const [reader, by] of Object.entries(readers)) {
      const items = await listed(`${path}${filter}`, by);
      const rows = column(await exported(`${path}/export${filter}`, by), title);
      expect([reader, rows]).toEqual([reader, items.map((item) => item[field])]);
      most = Math.max(most, rows.length);
    }
    expect(most).toBeGreaterThan(0);
  });

  test('is a workbook and a CSV for Excel with the same rows, too', async () => {
    const by = readers['administrator'] as Header;
    const rows = column(await exported(`${path}/export`, by), title);
    const excel = await get(`${path}/export?format=csv-excel`, by).expect(200);
    expect(column(readCsv(excel.text, ';'), title)).toEqual(rows);
    expect(excel.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w-]+-excel\.csv$/);
    const book = await get(`${path}/export?format=xlsx`, by).parse(binary).expect(200);
    const [sheet] = await readExcelFile(book.body as Buffer);
    const at = sheet?.data[0]?.indexOf(title) ?? -1;
    expect(sheet?.data.slice(1).map((row) => row[at])).toEqual(rows);
  });

  test('knows no other format, and no paging', async () => {
    await get(`${path}/export?format=pdf`, readers['guest'] as Header).expect(422);
    await get(`${path}/export?format=csv&limit=1`, readers['guest'] as Header).expect(422);
  });
});

function binary(response: request.Response, done: (error: null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

/** Pages with what they are filtered by, who reads them, and the column that their rows show. */
const pages: readonly (readonly [path: string, filters: readonly string[], by: string, title: string])[] = [
  ['/kunjungan', ['', '?tab=semua', '?tab=draf', '?tab=semua&query=Hari&from=2025-11-05'], 'guest', 'Judul'],
  ['/tindak-lanjut', ['', '?tampilan=daftar&urut=-what', '?keadaan=done'], 'guest', 'Tindak lanjut'],
  ['/praktik-baik', ['', '?cari=kebun', '?keadaan=draf'], 'host', 'Judul'],
  ['/pengelolaan', ['', '?cari=tamu', '?upt=bapas-purwokerto'], 'administrator', 'Surel'],
  ['/surat', ['', '?state=sent'], 'administrator', 'Perihal'],
];

test.each(pages)('%s links to the file of exactly what it shows', async (path, filters, by, title) => {
  for (const filter of filters) {
    const { text } = await get(`${path}${filter}`, readers[by] as Header)
      .set('accept', 'text/html')
      .expect(200);
    const links = [...text.matchAll(/href="([^"]*\/unduh\?[^"]*)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
    if (filter === '?keadaan=done') {
      expect(links).toEqual([]);
      continue;
    }
    expect([filter, links.length]).toEqual([filter, 3]);
    const link = links.find((each) => each.endsWith('format=csv')) ?? '';
    const file = await get(link, readers[by] as Header).expect(200);
    const shown = column(readCsv(file.text, ','), title);
    const words = text.replaceAll(/<\/?mark>/g, '').replaceAll('&quot;', '"');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((each) => !words.includes(each))).toEqual([]);
  }
});

test('an address of a page is passed on: what it does not know is ignored', async () => {
  await get('/kunjungan/unduh?tab=semua&format=csv&utm_source=wa', readers['guest'] as Header).expect(200);
});

test('contact data is in it for those who may know it, and for nobody else', async () => {
  const phones = async (by: string): Promise<string[]> =>
    column(
      await exported('/api/visits/export?state=confirmed', readers[by] as Header),
      'Narahubung: telepon',
    );
  expect(await phones('guest')).toEqual(["'+6281234567890"]);
  expect(await phones('host')).toEqual(["'+6281234567890"]);
  expect(await phones('kanwil')).toEqual(["'+6281234567890"]);
  expect(await phones('administrator')).toEqual(['']);
  const addresses = async (by: string): Promise<string[]> =>
    column(await exported(`/api/mails/export?visit=${agreed}`, readers[by] as Header), 'Alamat');
  expect(await addresses('guest')).toContain('arif@contoh.test');
  expect(await addresses('kanwil')).not.toContain('arif@contoh.test');
});

/** Lists of pages that have no file, and why. */
const withoutExport: Readonly<Record<string, string>> = {
  '/pengelolaan/data-pribadi': 'who was erased is told without any data, and is no list to work with',
  '/upt': 'reference data, which the API answers whole',
  '/pengelolaan/organisasi': 'as above',
  '/pengelolaan/perubahan-upt': 'a few rows a year, which the page of each unit tells',
  '/pengelolaan/pekerjaan': 'jobs that wait to be run again or thrown away: work, and no record',
  '/surat/masuk': 'what others wrote to us, of which only the message itself says enough',
  '/sinergi/kunjungan': 'figures are taken away as tables; these are the rows behind one of them',
  '/sinergi/tindak-lanjut': 'as above',
  '/sinergi/replikasi': 'as above',
  '/sinergi/hasil': 'as above',
  '/sinergi/praktik-baik': 'as above',
  '/sinergi/belum-ikut': 'as above; the workbook has it as a sheet',
};

/** Pages whose address has a cursor: lists that are read page by page. */
function listPages(): string[] {
  const scanner = new MetadataScanner();
  const controllers = app.app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type<object>;
    const { prototype } = controller as { prototype: Record<string, object> };
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as object;
      const isPage = Reflect.getMetadata(PAGE, handler) ?? Reflect.getMetadata(PAGE, controller);
      const path = Reflect.getMetadata('path', handler) as string | undefined;
      const isRead = Reflect.getMetadata('method', handler) === RequestMethod.GET;
      if (!isPage || path === undefined || !isRead || !takesCursor(controller, name)) return [];
      const base = Reflect.getMetadata('path', controller) as string;
      return [`/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')];
    });
  });
}

function takesCursor(controller: Type<object>, name: string): boolean {
  const noted = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as Type[];
  return Object.entries(noted).some(([key, { index, data }]) => {
    if (!key.startsWith(`${RouteParamtypes.QUERY}:`)) return false;
    if (typeof data === 'string') return data === 'cursor';
    const fields = getMetadataStorage().getTargetValidationMetadatas(types[index] as Type, '', false, false);
    return fields.some(({ propertyName }) => propertyName === 'cursor');
  });
}

test('every list of the pages can be taken away, or says why not', async () => {
  const found = listPages();
  expect(found.length).toBeGreaterThanOrEqual(pages.length);
  const missing: string[] = [];
  for (const path of found) {
    const known = app.app
      .getHttpAdapter()
      .getInstance()
      .hasRoute({ method: 'GET', url: `${path}/unduh` });
    if (known === path in withoutExport) missing.push(path);
  }
  expect(missing).toEqual([]);
});

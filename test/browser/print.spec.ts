import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { usualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

const MANY = 40;

let app: BrowserApp;
let officer: Person;
let visit: string;

beforeAll(async () => {
  app = await startBrowserApp();
  const { guest, host } = await usualPeople(app);
  const participants = Array.from({ length: MANY }, (_, i) => ({
    ...{ name: `Peserta ke-${i + 1}`, email: `p${i + 1}@contoh.test`, side: 'guest', role: 'member' },
    office: 'Kepala Subseksi Pembinaan Kemandirian Bapas Kelas II Purwokerto',
  }));
  visit = (await confirmed(app, guest, host, { participants, partySize: MANY })).id;
  officer = await app.signedIn('petugas@tamu.test');
}, 120_000);
afterAll(() => app.close());

interface Paper {
  /** Width and height in points. */
  size: [number, number];
  pages: { text: string; isInside: boolean }[];
}

/** What a page is on paper: of each sheet its words, and whether all of them stand on it. */
async function printed(path: string): Promise<Paper> {
  await officer.page.goto(path);
  await officer.page.waitForLoadState('networkidle');
  const bytes = await officer.page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
  const pages: Paper['pages'] = [];
  let size: Paper['size'] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    size = [Math.round(width), Math.round(height)];
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    pages.push({
      text: words.map(({ str }) => str).join(' '),
      isInside: words.every(({ transform, width: wide }) => {
        const [x = 0, y = 0] = (transform as number[]).slice(4);
        return x >= 0 && x + wide <= width + 1 && y >= 0 && y <= height;
      }),
    });
  }
  return { size, pages };
}

const A4 = [595, 842];

test('the list to sign is A4, its head stands on each sheet, and every name has a number', async () => {
  const { size, pages } = await printed(`/kunjungan/${visit}/daftar-hadir`);
  expect(size).toEqual(A4);
  expect(pages.every(({ isInside }) => isInside)).toBe(true);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.filter(({ text }) => /Tanda\s+tangan/.test(text))).toHaveLength(pages.length);
  const all = pages.map(({ text }) => text).join(' ');
  expect(pages[0]?.text).toMatch(/DAFTAR HADIR/i);
  expect(pages[0]?.text).toContain('Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
  for (let i = 1; i <= MANY; i++) expect(all).toMatch(new RegExp(`Peserta\\s+ke-${i}\\b`));
  expect(all).not.toContain('@contoh.test');
  expect(all).not.toContain('Beranda');
});

test('a month stands whole on the first sheet, which lies', async () => {
  const { size, pages } = await printed('/kalender?bulan=2025-10');
  expect(size).toEqual([...A4].reverse());
  expect(pages.every(({ isInside }) => isInside)).toBe(true);
  const [first] = pages;
  expect(first?.text).toContain('Oktober 2025');
  for (const day of ['Sen', 'Min', '31']) expect(first?.text).toContain(day);
  expect(first?.text).toContain('Ketahanan pangan');
  expect(pages.map(({ text }) => text).join(' ')).not.toContain('Beranda');
});

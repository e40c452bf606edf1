import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { guides } from '../../src/help/pages/guides.js';
import { pictureFile, pictures, screens, type PictureName } from '../../src/help/pages/pictures.js';
import { CreatePerson } from '../../src/people/index.js';
import { publishedNote } from '../support/notes.js';
import { PASSWORD } from '../support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';
import { api } from '../support/api-client.js';

/** Set, the pictures are written anew; else they are only held to be there. */
const writes = process.env['UPDATE_PICTURES'] === '1';
const MOST_BYTES = 60 * 1024;
const folder = new URL('../../src/help/pages/pictures/', import.meta.url).pathname;
const names = Object.keys(pictures) as PictureName[];

const ratna = 'ratna.wulandari@contoh.test';
const dwi = 'dwi.prasetyo@contoh.test';
const kanwil = 'kanwil.jateng@contoh.test';
const arif = 'arif.rahman@contoh.test';

let app: BrowserApp;
/** Whose screen a picture shows, and which page. */
let scenes: Record<PictureName, { by: string | null; path: string }>;

beforeAll(async () => {
  app = await startBrowserApp();
  const account = async (name: string, email: string, place: object): Promise<Header> => {
    const person = { name, email, role: 'officer' as const, password: PASSWORD, ...place };
    await app.app.get(CreatePerson).execute(person);
    return app.signIn(email, PASSWORD);
  };
  const guest = await account('Ratna Wulandari', ratna, { unit: 'bapas-purwokerto' });
  const host = await account('Dwi Prasetyo', dwi, { unit: 'rutan-banjarnegara' });
  const office = await account('Retno Astuti', kanwil, { role: 'regional', regionalOffice: 'jawa-tengah' });
  const visit = await tellTheStory(guest, host);
  scenes = {
    start: { by: ratna, path: '/' },
    booking: { by: ratna, path: '/kunjungan/baru' },
    visit: { by: dwi, path: `/kunjungan/${visit.asked.id}` },
    promises: { by: ratna, path: '/tindak-lanjut' },
    note: { by: ratna, path: await writeNote(host, office) },
    answer: { by: null, path: await answerPath() },
    sinergi: { by: kanwil, path: '/sinergi' },
  };
}, 90_000);
afterAll(() => app.close());

async function tellTheStory(guest: Header, host: Header): Promise<{ asked: ShownVisit }> {
  const topic = { title: 'Studi tiru ketahanan pangan dan kehumasan', programs: ['akselerasi-2'] };
  const participants = [
    {
      name: 'Arif Rahman',
      office: 'Kelompok Tani Mitra Serayu',
      email: arif,
      side: 'invited',
      role: 'observer',
    },
    { name: 'Ratna Wulandari', email: ratna, side: 'guest', role: 'leader' },
  ];
  const agreed = await confirmed(app, guest, host, { ...topic, participants });
  const asked = await requested(app, guest, {
    title: 'Pengolahan hasil karya warga binaan',
    purpose: 'Mempelajari pengemasan dan pemasaran hasil karya.',
    startsAt: '2025-11-13T09:00:00+07:00',
    endsAt: '2025-11-13T11:30:00+07:00',
  });
  const declined = await requested(app, guest, {
    title: 'Koordinasi pembimbingan',
    kind: 'coordination',
    startsAt: '2025-11-19T09:00:00+07:00',
    endsAt: '2025-11-19T11:00:00+07:00',
  });
  await step(app, host, declined, 'decline', { reason: 'Ada kegiatan dinas pada hari itu' });
  const promises = [
    ['Membuat satu demplot sayuran bersama klien pemasyarakatan', 'Hendra Setiawan', '2025-10-31'],
    ['Membuka rubrik cerita pembinaan di media sosial', 'Lestari Handayani', '2025-11-30'],
  ] as const;
  for (const [what, person, dueOn] of promises) {
    const body = { visit: agreed.id, what, person, dueOn, unit: 'bapas-purwokerto' };
    await api(app).post('/api/follow-ups', { as: guest, body }).expect(201);
  }
  await app.settle();
  return { asked };
}

async function writeNote(host: Header, office: Header): Promise<string> {
  const note = {
    unit: 'rutan-banjarnegara',
    title: 'Kebun, ternak, dan hasil karya yang diceritakan dengan baik',
    context: 'Lahan terbatas, dan hasil pembinaan belum dikenal masyarakat.',
    whatWasDone: 'Sayuran, ikan, dan kambing dikelola dalam satu kawasan; setiap panen diceritakan.',
    result: 'Panen rutin setiap bulan, dan liputan media yang positif.',
    howToCopy: 'Mulai dari satu demplot dan satu tulisan setiap pekan.',
    topics: ['Ketahanan pangan', 'Kehumasan'],
    programs: ['akselerasi-2', 'akselerasi-3'],
  };
  return `/praktik-baik/${await publishedNote(app, host, office, note)}`;
}

async function answerPath(): Promise<string> {
  const mails = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC',
    [arif],
  );
  const link = mails.map(({ text }) => /\/jawab\/[\w-]+/.exec(text)?.[0]).find(Boolean);
  if (!link) throw new Error('no mail with an answer link');
  return link;
}

/** The screen as a WebP small enough for a guide. */
async function taken(name: PictureName): Promise<Buffer> {
  const { by, path } = scenes[name];
  const person = by === null ? await app.visitor() : await app.signedIn(by);
  await person.page.setViewportSize(screens[pictures[name].screen]);
  const answer = await person.page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  await person.page.waitForLoadState('networkidle');
  const screen = await person.page.screenshot();
  expect(person.troubles).toEqual([]);
  await person.context.close();
  return sharp(screen).webp({ quality: 45, effort: 6 }).toBuffer();
}

test.each(names)('the picture %s is taken from the running application', async (name) => {
  const image = await taken(name);
  expect(image.length).toBeLessThanOrEqual(MOST_BYTES);
  if (!writes) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.webp`), image);
});

test('every picture is there, small, of the size that the guide says, and shown', async () => {
  const shown = guides.flatMap(({ chapters }) => chapters.map(({ picture }) => picture).filter(Boolean));
  expect(new Set(shown)).toEqual(new Set(names));
  expect(new Set(await readdir(folder))).toEqual(new Set(names.map((name) => `${name}.webp`)));
  for (const name of names) {
    const file = new URL(`../../src/${pictureFile(name)}`, import.meta.url).pathname;
    expect([name, existsSync(file)]).toEqual([name, true]);
    expect((await stat(file)).size).toBeLessThanOrEqual(MOST_BYTES);
    const { width, height } = await sharp(file).metadata();
    expect({ width, height }).toEqual(screens[pictures[name].screen]);
  }
});

test.each(['/bantuan', ...guides.map(({ name }) => `/bantuan/${name}`)])(
  '%s is read without an account, on a phone, in the dark',
  async (path) => {
    const { page, context, troubles } = await app.visitor({ width: 'phone', look: 'dark' });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  },
);

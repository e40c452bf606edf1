import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { publishedNote } from '../support/notes.js';
import { hashSecret, newSecret } from '../../src/platform/text/tokens.js';
import { signedIn as account, usualPeople } from '../support/people.js';
import { confirmed, requested, type Header } from '../support/visits.js';
import {
  axe,
  overflow,
  picture,
  startBrowserApp,
  transferred,
  type BrowserApp,
  type Person,
  type VisitorOptions,
} from './support/browser.js';

/** Most that a first load may bring over the wire, compressed; a calendar brings its program along. */
const MOST_BYTES = 120 * 1024;
const MOST_BYTES_BY_ROUTE: Record<string, number> = { '/kalender': 170 * 1024 };

const emails = {
  guest: 'petugas@tamu.test',
  host: 'petugas@tuan.test',
  regional: 'kanwil@jateng.test',
  administrator: 'admin@pusat.test',
};
type Role = keyof typeof emails;

interface Example {
  /** Whose page it is; null is somebody without an account. */
  by: Role | null;
  path: string;
}

/** Answers no page: a file, a script or the inside of a frame. */
const file = 'a file' as const;

let app: BrowserApp;
let examples: Record<string, Example | typeof file>;

beforeAll(async () => {
  app = await startBrowserApp();
  const { guest, host, kanwil } = await usualPeople(app);
  const administrator = { email: emails.administrator, role: 'administrator' as const };
  await account(app, administrator);
  const open = await requested(app, guest);
  const agreed = await confirmed(app, guest, host, {
    title: 'Kehumasan dan pembinaan',
    participants: [invited],
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T12:00:00+07:00',
  });
  const note = await publishedNote(app, host, kanwil, noteBody);
  const promise = await made('/api/follow-ups', guest, { ...promiseBody, visit: agreed.id });
  await app.settle();
  const [person] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
    emails.guest,
  ]);
  const [mail] = await app.database.query<{ id: string }>('SELECT id FROM mail ORDER BY position LIMIT 1');
  examples = {
    ...visitExamples(open.id, agreed.id),
    ...listExamples(),
    '/sandi/:token': { by: null, path: await passwordPath() },
    '/jawab/:token': { by: null, path: await answerPath() },
    '/masukan/:token': { by: null, path: await feedbackPath(agreed.id) },
    '/praktik-baik/:id': { by: 'guest', path: `/praktik-baik/${note}` },
    '/praktik-baik/:id/riwayat': { by: 'host', path: `/praktik-baik/${note}/riwayat` },
    '/praktik-baik/:id/silsilah': { by: 'guest', path: `/praktik-baik/${note}/silsilah` },
    '/praktik-baik/:id/ubah': { by: 'host', path: `/praktik-baik/${note}/ubah` },
    '/tindak-lanjut/:id': { by: 'guest', path: `/tindak-lanjut/${promise}` },
    '/pengelolaan/orang/:id': { by: 'administrator', path: `/pengelolaan/orang/${person?.id}` },
    '/surat/:id': { by: 'administrator', path: `/surat/${mail?.id}` },
  };
}, 90_000);
afterAll(() => app.close());

const invited = {
  name: 'Arif Rahman',
  email: 'arif@contoh.test',
  office: 'Kelompok Tani Mitra Serayu',
  side: 'invited',
  role: 'observer',
};

const noteBody = {
  unit: 'rutan-banjarnegara',
  title: 'Kebun dan ternak dalam satu kawasan',
  context: 'Lahan terbatas.',
  whatWasDone: 'Sayuran dan ikan dikelola bersama.',
  result: 'Panen setiap bulan.',
  howToCopy: 'Mulai dari satu demplot.',
  topics: ['Ketahanan pangan'],
  programs: ['akselerasi-2'],
};

const promiseBody = {
  what: 'Membuat satu demplot sayuran',
  person: 'Hendra Setiawan',
  dueOn: '2025-11-30',
  unit: 'bapas-purwokerto',
};

async function made(path: string, by: Header, body: object): Promise<string> {
  const answer = await request(app.server).post(path).set(by).send(body).expect(201);
  return (answer.body as { id: string }).id;
}

async function answerPath(): Promise<string> {
  const [mail] = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
    [invited.email],
  );
  return /\/jawab\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no answer link was mailed';
}

/** The form that the invited gets after the visit. */
async function feedbackPath(visitId: string): Promise<string> {
  const secret = newSecret();
  await app.database.query(
    `WITH asked AS (
       INSERT INTO feedback_request (participant_id, asked_at, expires_at)
       SELECT id, $2, $2::timestamptz + interval '30 days' FROM visit_participant WHERE visit_id = $1
       RETURNING participant_id)
     INSERT INTO feedback_link (token_hash, participant_id, created_at) SELECT $3, participant_id, $2 FROM asked`,
    [visitId, app.clock.now(), hashSecret(secret)],
  );
  return `/masukan/${secret}`;
}

/** A link by which a password is chosen, as it is mailed. */
async function passwordPath(): Promise<string> {
  await request(app.server).post('/lupa-sandi').type('form').send({ email: emails.host });
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND body_text LIKE '%/sandi/%'`,
    [emails.host],
  );
  return /\/sandi\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link was mailed';
}

/** Pages that say what is wrong, with their status. */
const refusals: [name: string, Example, status: number][] = [
  ['gone', { by: null, path: '/sandi/tidak-berlaku' }, 410],
  ['missing', { by: 'guest', path: '/tidak-ada' }, 404],
  ['forbidden', { by: 'guest', path: '/pengelolaan' }, 403],
];

const visitExamples = (open: string, agreed: string): typeof examples => ({
  '/kunjungan/:id': { by: 'host', path: `/kunjungan/${open}` },
  '/kunjungan/:id/ubah': { by: 'guest', path: `/kunjungan/${open}/ubah` },
  '/kunjungan/:id/peserta': { by: 'guest', path: `/kunjungan/${open}/peserta` },
  '/kunjungan/:id/acara': { by: 'host', path: `/kunjungan/${agreed}/acara` },
  '/kunjungan/:id/acara/cetak': { by: 'host', path: `/kunjungan/${agreed}/acara/cetak` },
  '/kunjungan/:id/ringkasan': { by: 'guest', path: `/kunjungan/${agreed}/ringkasan` },
  '/kunjungan/:id/ringkasan/surat': file,
  '/kunjungan/:id/hari-ini': { by: 'host', path: `/kunjungan/${agreed}/hari-ini` },
  '/kunjungan/:id/entri/:entryId/foto': file,
  '/kunjungan/:id/entri/:entryId/kecil': file,
  '/kunjungan/:id/berkas/:fileId': file,
  '/praktik-baik/:id/gambar/:pictureId': file,
  '/praktik-baik/:id/gambar/:pictureId/kecil': file,
  '/praktik-baik/:id/berkas/:fileId': file,
  '/praktik-baik/dari-kunjungan/:visitId': { by: 'host', path: `/praktik-baik/dari-kunjungan/${agreed}` },
  '/tindak-lanjut/:id/berkas/:fileId': file,
  '/tindak-lanjut/baru': { by: 'guest', path: `/tindak-lanjut/baru?kunjungan=${agreed}` },
  '/kalender/pindah/:id': {
    by: 'host',
    path: `/kalender/pindah/${open}?mulai=2025-11-06T02:00:00Z&selesai=2025-11-06T05:00:00Z`,
  },
});

const listExamples = (): typeof examples => ({
  '/': { by: 'guest', path: '/' },
  '/masuk': { by: null, path: '/masuk' },
  '/lupa-sandi': { by: null, path: '/lupa-sandi' },
  '/cari': { by: 'guest', path: '/cari?q=kebun' },
  '/kunjungan': { by: 'guest', path: '/kunjungan' },
  '/kunjungan/baru': { by: 'guest', path: '/kunjungan/baru?tuan=rutan-banjarnegara' },
  '/praktik-baik': { by: 'guest', path: '/praktik-baik?cari=kebunn+ikan' },
  '/praktik-baik/baru': { by: 'host', path: '/praktik-baik/baru' },
  '/tindak-lanjut': { by: 'guest', path: '/tindak-lanjut' },
  '/sinergi': { by: 'regional', path: '/sinergi' },
  '/sinergi/kunjungan': { by: 'regional', path: '/sinergi/kunjungan' },
  '/sinergi/tindak-lanjut': { by: 'regional', path: '/sinergi/tindak-lanjut' },
  '/sinergi/praktik-baik': { by: 'regional', path: '/sinergi/praktik-baik' },
  '/sinergi/replikasi': { by: 'regional', path: '/sinergi/replikasi' },
  '/sinergi/belum-ikut': { by: 'regional', path: '/sinergi/belum-ikut' },
  '/sinergi/jaringan': { by: 'regional', path: '/sinergi/jaringan' },
  '/sinergi/laporan': { by: 'regional', path: '/sinergi/laporan' },
  '/sinergi/laporan.pdf': file,
  '/sinergi/laporan.docx': file,
  '/sinergi/unduh.xlsx': file,
  '/sinergi/unduh.csv': file,
  '/surat': { by: 'administrator', path: '/surat' },
  '/surat/masuk': { by: 'administrator', path: '/surat/masuk' },
  '/surat/contoh': { by: 'administrator', path: '/surat/contoh' },
  '/surat/contoh/:name': { by: 'administrator', path: '/surat/contoh/summary' },
  '/surat/contoh/:name/html': file,
  '/surat/:id/html': file,
  '/surat/:id/undangan.ics': file,
  '/bantuan': { by: null, path: '/bantuan' },
  '/bantuan/:guide': { by: null, path: '/bantuan/petugas' },
  '/kalender': { by: 'guest', path: '/kalender?bulan=2025-10' },
  '/kalender/saya': { by: 'guest', path: '/kalender/saya' },
  '/kalender/acara': file,
  '/upt': { by: 'guest', path: '/upt' },
  '/upt/layak-dikunjungi': { by: 'guest', path: '/upt/layak-dikunjungi?topik=kebun' },
  '/upt/bandingkan': {
    by: 'guest',
    path: '/upt/bandingkan?upt=rutan-banjarnegara&upt=rutan-purbalingga&topik=kebun',
  },
  '/upt/:code': { by: 'guest', path: '/upt/rutan-banjarnegara' },
  '/upt/:code/ubah': { by: 'regional', path: '/upt/rutan-banjarnegara/ubah' },
  '/akun': { by: 'guest', path: '/akun' },
  '/pengelolaan/orang/undang': { by: 'administrator', path: '/pengelolaan/orang/undang' },
  '/pengelolaan/libur': { by: 'administrator', path: '/pengelolaan/libur' },
  '/pengelolaan/program': { by: 'administrator', path: '/pengelolaan/program' },
  '/pengelolaan/sinonim': { by: 'administrator', path: '/pengelolaan/sinonim' },
  '/pengelolaan/kanwil': { by: 'administrator', path: '/pengelolaan/kanwil' },
  '/pengelolaan/kanwil/:code': { by: 'administrator', path: '/pengelolaan/kanwil/jawa-tengah' },
  '/pengelolaan': { by: 'administrator', path: '/pengelolaan' },
  '/hari-ini.js': file,
  '/aset/:version/*': file,
});

/** The pages that are looked at: one a route, and those that refuse. */
const pages = (): [name: string, Example, status: number][] => [
  ...pageRoutes().flatMap((route): [string, Example, number][] => {
    const example = examples[route];
    return example === undefined || example === file ? [] : [[route, example, 200]];
  }),
  ...refusals,
];

/** Every GET route of a controller that answers with pages. */
function pageRoutes(): string[] {
  const scanner = new MetadataScanner();
  const get = <Value>(key: string, of: object) => Reflect.getMetadata(key, of) as Value;
  return app.app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .map(({ metatype }) => metatype as Type<object>)
    .filter((controller) => get('swagger/apiExcludeController', controller))
    .flatMap((controller) => {
      const prototype = controller.prototype as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => prototype[name] as object)
        .filter((handler) => get('method', handler) === RequestMethod.GET)
        .map((handler) => `/${get<string>('path', controller)}/${get<string>('path', handler)}`)
        .map((path) => path.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''));
    });
}

/** Opens a browser for each role that has pages to see, once, and gives it each of its pages. */
async function walk(
  options: VisitorOptions,
  look: (person: Person, name: string, path: string, status: number) => Promise<void>,
): Promise<void> {
  for (const role of [null, ...(Object.keys(emails) as Role[])]) {
    const person = await (role === null ? app.visitor(options) : app.signedIn(emails[role], options));
    for (const [name, { path }, status] of pages().filter(([, { by }]) => by === role)) {
      await look(person, name, path, status);
    }
    await person.context.close();
  }
}

test('every page has an example here', () => {
  const routes = pageRoutes();
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => examples[route] === undefined)).toEqual([]);
});

describe('every page', () => {
  test.each(['desk', 'phone'] as const)(
    'is readable on a %s by day and by night, and needs nothing that is missing',
    async (width) => {
      const faults: Record<string, unknown> = {};
      await walk({ width }, async ({ page, troubles }, name, path, expected) => {
        const status = (await page.goto(path))?.status();
        await page.waitForLoadState('networkidle');
        const seen = { axe: [] as string[], overflow: 0 };
        for (const look of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: look });
          await picture(page, `${name.replaceAll(/\W+/g, '-')}-${width}-${look}`);
          seen.axe.push(...(await axe(page)).map((finding) => `${look}: ${finding}`));
          seen.overflow ||= await overflow(page);
        }
        const trouble = troubles.splice(0);
        const isFine = status === expected && !seen.axe.length && !seen.overflow && !trouble.length;
        if (!isFine) faults[name] = { status, ...seen, trouble };
      });
      expect(faults).toEqual({});
    },
    300_000,
  );

  test('comes in few bytes the first time', async () => {
    const heavy: Record<string, number> = {};
    await walk({}, async ({ page }, name, path) => {
      const bytes = await transferred(page, () => page.goto(path));
      if (bytes > (MOST_BYTES_BY_ROUTE[name] ?? MOST_BYTES)) heavy[name] = bytes;
    });
    expect(heavy).toEqual({});
  }, 240_000);
});

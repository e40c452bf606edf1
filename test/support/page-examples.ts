import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import request from 'supertest';
import { hashSecret, newSecret } from '../../src/platform/text/tokens.js';
import type { TestApp } from './app.js';
import { publishedNote } from './notes.js';
import { signedIn as account, usualPeople } from './people.js';
import { confirmed, requested, type Header } from './visits.js';

/** Who the examples are shown to, by mail address. */
export const emails = {
  guest: 'petugas@tamu.test',
  host: 'petugas@tuan.test',
  regional: 'kanwil@jateng.test',
  administrator: 'admin@pusat.test',
};
export type PageRole = keyof typeof emails;

/** A page of a route, as one person sees it. */
export interface PageExample {
  /** Whose page it is; null is somebody without an account. */
  by: PageRole | null;
  path: string;
}

/** Answers no page: a file, a script or the inside of a frame. */
export const file = 'a file' as const;

export type PageExamples = Record<string, PageExample | typeof file>;

/** People, a visit asked for, one agreed, a note and a promise: an example of every page that the router knows. */
export async function pageExamples(app: TestApp): Promise<PageExamples> {
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
  const promise = await made(app, '/api/follow-ups', guest, { ...promiseBody, visit: agreed.id });
  await app.settle();
  const [person] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
    emails.guest,
  ]);
  const [mail] = await app.database.query<{ id: string }>('SELECT id FROM mail ORDER BY position LIMIT 1');
  return {
    ...visitExamples(open.id, agreed.id),
    ...listExamples(),
    '/sandi/:token': { by: null, path: await passwordPath(app) },
    '/jawab/:token': { by: null, path: await answerPath(app) },
    '/masukan/:token': { by: null, path: await feedbackPath(app, agreed.id) },
    '/praktik-baik/:id': { by: 'guest', path: `/praktik-baik/${note}` },
    '/praktik-baik/:id/riwayat': { by: 'host', path: `/praktik-baik/${note}/riwayat` },
    '/praktik-baik/:id/silsilah': { by: 'guest', path: `/praktik-baik/${note}/silsilah` },
    '/praktik-baik/:id/ubah': { by: 'host', path: `/praktik-baik/${note}/ubah` },
    '/tindak-lanjut/:id': { by: 'guest', path: `/tindak-lanjut/${promise}` },
    '/pengelolaan/orang/:id': { by: 'administrator', path: `/pengelolaan/orang/${person?.id}` },
    '/surat/:id': { by: 'administrator', path: `/surat/${mail?.id}` },
  };
}

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

async function made(app: TestApp, path: string, by: Header, body: object): Promise<string> {
  const answer = await request(app.server).post(path).set(by).send(body).expect(201);
  return (answer.body as { id: string }).id;
}

async function answerPath(app: TestApp): Promise<string> {
  const [mail] = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
    [invited.email],
  );
  return /\/jawab\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no answer link was mailed';
}

/** The form that the invited gets after the visit. */
async function feedbackPath(app: TestApp, visitId: string): Promise<string> {
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
async function passwordPath(app: TestApp): Promise<string> {
  await request(app.server).post('/lupa-sandi').type('form').send({ email: emails.host });
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND body_text LIKE '%/sandi/%'`,
    [emails.host],
  );
  return /\/sandi\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link was mailed';
}

const visitExamples = (open: string, agreed: string): PageExamples => ({
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

const listExamples = (): PageExamples => ({
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
  '/pengelolaan/pekerjaan': { by: 'administrator', path: '/pengelolaan/pekerjaan' },
  '/pengelolaan/kanwil': { by: 'administrator', path: '/pengelolaan/kanwil' },
  '/pengelolaan/kanwil/:code': { by: 'administrator', path: '/pengelolaan/kanwil/jawa-tengah' },
  '/pengelolaan': { by: 'administrator', path: '/pengelolaan' },
  '/hari-ini.js': file,
  '/aset/:version/*': file,
});

/** Every route of one method of the controllers that answer with pages. */
export function pageRoutes(app: TestApp, wanted = RequestMethod.GET): string[] {
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
        .filter((handler) => get('method', handler) === wanted)
        .map((handler) => `/${get<string>('path', controller)}/${get<string>('path', handler)}`)
        .map((path) => path.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''));
    });
}

import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import request from 'supertest';
import { hashSecret, newSecret } from '../../src/platform/text/tokens.js';
import type { TestApp } from './app.js';
import { invited, noteBody, promiseBody, seriesBody, tripBody, unitChangeBody } from './example-bodies.js';
import { albumExamples, photoFiles } from './photos.js';
import { doorExamples } from './door-examples.js';
import { paperExamples } from './paper-examples.js';
import { made, PARTNER, partners, periods } from './made-examples.js';
import { participantExamples } from './participant-links.js';
import { pressExamples } from './press-examples.js';
import { personalExamples } from './personal-examples.js';
import { publishedNote } from './notes.js';
import { signedIn as account, usualPeople } from './people.js';
import { confirmed, requested, type Header } from './visits.js';
import { summaryExamples } from './told-summary.js';

/** Who the examples are shown to, by mail address. */
export const emails = {
  guest: 'petugas@tamu.test',
  host: 'petugas@tuan.test',
  regional: 'kanwil@jateng.test',
  administrator: 'admin@pusat.test',
  head: 'pimpinan-upt@tuan.test',
};
/** Whose account is looked after in the examples. */
const LEAVING = 'pindah@tamu.test';
export type PageRole = keyof typeof emails;

/** A page of a route, as one person sees it. */
export interface PageExample {
  /** Whose page it is; null is somebody without an account. */
  by: PageRole | null;
  path: string;
}

/** Answers no page: a file, a script, the inside of a frame or a way back. */
export const file = 'a file' as const;

export type PageExamples = Record<string, PageExample | typeof file>;

/** People, a visit asked for, one agreed, a note and a promise: an example of every page that the router knows. */
export async function pageExamples(app: TestApp): Promise<PageExamples> {
  const { guest, host, kanwil } = await usualPeople(app);
  const administrator = { email: emails.administrator, role: 'administrator' as const };
  const keeper = await account(app, administrator);
  const open = await requested(app, guest);
  const agreed = await confirmed(app, guest, host, {
    title: 'Kehumasan dan pembinaan',
    learningQuestions: ['Bagaimana panen dicatat?'],
    participants: [invited],
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T12:00:00+07:00',
  });
  const laidOut = `/api/visits/${agreed.id}/agenda/from-template`;
  await request(app.server).post(laidOut).set(host).send({ version: 0, template: 'half-day' });
  const change = await made(app, '/api/unit-changes', kanwil, unitChangeBody);
  const [everybodys, own] = await periods(app, keeper);
  await partners(app, guest, open.id);
  const note = await publishedNote(app, host, kanwil, noteBody);
  const trip = await made(app, '/api/trips', guest, tripBody);
  const series = await made(app, '/api/series', guest, seriesBody);
  const promise = await made(app, '/api/follow-ups', guest, { ...promiseBody, visit: agreed.id });
  await account(app, { email: LEAVING, role: 'officer', unit: 'bapas-purwokerto' });
  const byEmail = 'SELECT id FROM person WHERE email = $1';
  const [person] = await app.database.query<{ id: string }>(byEmail, [LEAVING]);
  // Something hangs on the person, so that the page shows what can be handed over.
  await made(app, '/api/follow-ups', guest, { ...promiseBody, visit: agreed.id, personId: person?.id });
  await app.settle();
  const [mail] = await app.database.query<{ id: string }>('SELECT id FROM mail ORDER BY position LIMIT 1');
  return {
    ...visitExamples(open.id, agreed.id),
    ...(await summaryExamples(app, guest)),
    ...(await albumExamples(app, { guest, host })),
    ...{ ...listExamples(), ...(await paperExamples(app, { guest, host, trip })) },
    '/perjalanan/:id': { by: 'guest', path: `/perjalanan/${trip}` },
    '/rangkaian/:id': { by: 'host', path: `/rangkaian/${series}` },
    '/rangkaian/:id/tanggal/:date': { by: 'guest', path: `/rangkaian/${series}/tanggal/2025-12-02` },
    '/sandi/:token': { by: null, path: await passwordPath(app) },
    '/alamat/:token': { by: null, path: await addressPath(app, person?.id) },
    ...(await participantExamples(app)),
    '/masukan/:token': { by: null, path: await feedbackPath(app, agreed.id) },
    '/belajar/:token': { by: null, path: await learningPath(app, agreed.id) },
    '/balas/:token': { by: null, path: await hostAnswerPath(app, guest) },
    '/berhenti/:token': { by: null, path: await refusalPath(app) },
    '/praktik-baik/:id': { by: 'guest', path: `/praktik-baik/${note}` },
    '/praktik-baik/:id/riwayat': { by: 'host', path: `/praktik-baik/${note}/riwayat` },
    '/praktik-baik/:id/silsilah': { by: 'guest', path: `/praktik-baik/${note}/silsilah` },
    '/praktik-baik/:id/ubah': { by: 'host', path: `/praktik-baik/${note}/ubah` },
    '/tindak-lanjut/:id': { by: 'guest', path: `/tindak-lanjut/${promise}` },
    ...(await personalExamples(app, trip)),
    '/impor': { by: 'regional', path: '/impor' },
    '/impor/:id': { by: 'regional', path: `/impor/${await brought(app, kanwil)}` },
    '/impor/:id/ditolak': file,
    '/impor/contoh/:kind': file,
    '/pengelolaan/orang/:id': { by: 'administrator', path: `/pengelolaan/orang/${person?.id}` },
    '/surat/:id': { by: 'administrator', path: `/surat/${mail?.id}` },
    '/pengelolaan/perubahan-upt/:id': { by: 'administrator', path: `/pengelolaan/perubahan-upt/${change}` },
    '/pengelolaan/masa/:id': { by: 'administrator', path: `/pengelolaan/masa/${everybodys}` },
    '/upt/:code/masa/:id': { by: 'regional', path: `/upt/rutan-banjarnegara/masa/${own}` },
    ...(await pressExamples(app, { guest, host, note, head: emails.head })),
    // The last, since what takes place today is mailed about.
    ...(await doorExamples(app, { guest, host })),
  };
}

/** A file of history with a row that can be made and one that cannot. */
async function brought(app: TestApp, by: Header): Promise<string> {
  const rows = [
    'Tanggal;Mulai;Selesai;UPT tamu;UPT tuan rumah;Judul',
    '1 Oktober 2024;09.00;12.00;bapas-purwokerto;rutan-banjarnegara;Belajar kebun',
    '1 Oktober 2024;09.00;12.00;bapas-purwokerto;rutan-banjarnegra;Belajar kebun',
  ];
  const answer = await request(app.server)
    .post('/api/imports/history')
    .set(by)
    .attach('file', Buffer.from(rows.join('\n')), 'riwayat.csv')
    .expect(201);
  return (answer.body as { id: string }).id;
}

async function learningPath(app: TestApp, visitId: string): Promise<string> {
  const secret = newSecret();
  const text = `INSERT INTO learning_check (visit_id, day, participant_id, token_hash, asked_at, expires_at) SELECT visit_id, 30, id, $3, $2, $2::timestamptz + interval '30 days' FROM visit_participant WHERE visit_id = $1 LIMIT 1`;
  await app.database.query(text, [visitId, app.clock.now(), hashSecret(secret)]);
  return `/belajar/${secret}`;
}

/** The form that the invited gets after the visit. */
async function feedbackPath(app: TestApp, visitId: string): Promise<string> {
  const secret = newSecret();
  await app.database.query(
    `WITH asked AS (
       INSERT INTO feedback_request (participant_id, asked_at, expires_at)
       SELECT id, $2, $2::timestamptz + interval '30 days' FROM visit_participant WHERE visit_id = $1 RETURNING participant_id)
     INSERT INTO feedback_link (token_hash, participant_id, created_at) SELECT $3, participant_id, $2 FROM asked`,
    [visitId, app.clock.now(), hashSecret(secret)],
  );
  return `/masukan/${secret}`;
}

/** What a host is asked at which nobody has an account. */
async function hostAnswerPath(app: TestApp, guest: Header): Promise<string> {
  const { id } = await requested(app, guest, { hostUnit: 'rutan-kebumen', title: 'Belajar administrasi' });
  const secret = newSecret();
  await app.database.query(
    `INSERT INTO host_answer_link (token_hash, visit_id, asked_at, created_at)
     SELECT $2, id, submitted_at, $3 FROM visit WHERE id = $1`,
    [id, hashSecret(secret), app.clock.now()],
  );
  return `/balas/${secret}`;
}

/** Where the unsubscribing link of a digest leads. */
async function refusalPath(app: TestApp): Promise<string> {
  const [refusal] = await app.database.query<{ token: string }>(
    `INSERT INTO mail_refusal (kind, email, token) VALUES ('digest', $1, $2) RETURNING token`,
    [emails.regional, newSecret()],
  );
  return `/berhenti/${refusal?.token ?? ''}`;
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

/** The link that another address of somebody's account is confirmed by. */
async function addressPath(app: TestApp, person: string | undefined): Promise<string> {
  const secret = newSecret();
  const now = app.clock.now();
  await app.database.query(
    `INSERT INTO address_change (token_hash, person_id, email, asked_by_name, created_at, expires_at)
     VALUES ($1, $2, 'pindah@baru.test', 'Kepala', $3, $4)`,
    [hashSecret(secret), person, now, new Date(now.getTime() + 86_400_000)],
  );
  return `/alamat/${secret}`;
}

/** Lists that are taken away as files. */
const downloads = ['kunjungan', 'tindak-lanjut', 'praktik-baik', 'pengelolaan', 'pengelolaan/nip', 'surat'];

const visitExamples = (open: string, agreed: string): PageExamples => ({
  '/kunjungan/:id': { by: 'host', path: `/kunjungan/${open}` },
  '/kunjungan/:id/ubah': { by: 'guest', path: `/kunjungan/${open}/ubah` },
  '/kunjungan/:id/peserta': { by: 'guest', path: `/kunjungan/${open}/peserta` },
  '/kunjungan/:id/peserta/daftar': { by: 'guest', path: `/kunjungan/${open}/peserta/daftar` },
  '/kunjungan/:id/jangkau/:participantId/pesan': file,
  '/kunjungan/:id/tamu': { by: 'guest', path: `/kunjungan/${open}/tamu?cari=purbalingga` },
  '/kunjungan/:id/daftar-hadir': { by: 'host', path: `/kunjungan/${agreed}/daftar-hadir` },
  '/kunjungan/:id/acara': { by: 'host', path: `/kunjungan/${agreed}/acara` },
  '/kunjungan/:id/acara/cetak': { by: 'host', path: `/kunjungan/${agreed}/acara/cetak` },
  '/kunjungan/:id/ringkasan': { by: 'guest', path: `/kunjungan/${agreed}/ringkasan` },
  ...Object.fromEntries(downloads.map((list) => [`/${list}/unduh`, file])),
  '/kunjungan/:id/ringkasan/surat': file,
  '/kunjungan/:id/hari-ini': { by: 'host', path: `/kunjungan/${agreed}/hari-ini` },
  ...Object.fromEntries(photoFiles.map((path) => [`/kunjungan/:id/${path}`, file])),
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
  '/perjalanan': { by: 'guest', path: '/perjalanan' },
  '/perjalanan/baru': { by: 'guest', path: '/perjalanan/baru' },
  '/kunjungan/belum-terkirim': { by: 'guest', path: '/kunjungan/belum-terkirim' },
  '/kunjungan/catat': { by: 'regional', path: '/kunjungan/catat' },
  '/kunjungan/atur': {
    by: 'regional',
    path: '/kunjungan/atur?tamu=bapas-purwokerto&tuan=rutan-banjarnegara',
  },
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
  ...{ '/sinergi/laporan.pdf': file, '/sinergi/laporan.docx': file },
  ...{ '/sinergi/unduh.xlsx': file, '/sinergi/unduh.csv': file },
  '/surat': { by: 'administrator', path: '/surat' },
  '/surat/masuk': { by: 'administrator', path: '/surat/masuk' },
  '/surat/pemeriksaan': { by: 'administrator', path: '/surat/pemeriksaan' },
  '/surat/contoh': { by: 'administrator', path: '/surat/contoh' },
  '/surat/contoh/:name': { by: 'administrator', path: '/surat/contoh/summary' },
  ...{ '/surat/contoh/:name/html': file, '/surat/:id/html': file, '/surat/:id/undangan.ics': file },
  '/bantuan': { by: null, path: '/bantuan' },
  '/bantuan/:guide': { by: null, path: '/bantuan/petugas' },
  '/kalender': { by: 'guest', path: '/kalender?bulan=2025-10' },
  '/kalender/saya': { by: 'guest', path: '/kalender/saya' },
  '/kalender/acara': file,
  '/metrics': file,
  '/upt': { by: 'guest', path: '/upt' },
  '/upt/layak-dikunjungi': { by: 'guest', path: '/upt/layak-dikunjungi?topik=kebun' },
  '/upt/bandingkan': {
    by: 'guest',
    path: '/upt/bandingkan?upt=rutan-banjarnegara&upt=rutan-purbalingga&topik=kebun',
  },
  '/upt/:code': { by: 'regional', path: '/upt/rutan-banjarnegara' },
  '/upt/:code/ubah': { by: 'regional', path: '/upt/rutan-banjarnegara/ubah' },
  '/upt/:code/masa': { by: 'regional', path: '/upt/rutan-banjarnegara/masa' },
  '/akun': { by: 'guest', path: '/akun' },
  '/pengelolaan/orang/undang': { by: 'administrator', path: '/pengelolaan/orang/undang' },
  '/pengelolaan/orang/undang-kepala': { by: 'regional', path: '/pengelolaan/orang/undang-kepala' },
  '/pengelolaan/nip': { by: 'administrator', path: '/pengelolaan/nip' },
  '/pengelolaan/alamat': { by: 'administrator', path: '/pengelolaan/alamat' },
  '/pengelolaan/libur': { by: 'administrator', path: '/pengelolaan/libur' },
  '/pengelolaan/masa': { by: 'administrator', path: '/pengelolaan/masa' },
  '/pengelolaan/program': { by: 'administrator', path: '/pengelolaan/program' },
  '/pengelolaan/sinonim': { by: 'administrator', path: '/pengelolaan/sinonim' },
  '/pengelolaan/pekerjaan': { by: 'administrator', path: '/pengelolaan/pekerjaan' },
  '/pengelolaan/perubahan-upt': { by: 'administrator', path: '/pengelolaan/perubahan-upt' },
  '/pengelolaan/perubahan-upt/baru': {
    by: 'administrator',
    path: '/pengelolaan/perubahan-upt/baru?macam=opened',
  },
  '/pengelolaan/kanwil': { by: 'administrator', path: '/pengelolaan/kanwil' },
  '/pengelolaan/kanwil/:code': { by: 'administrator', path: '/pengelolaan/kanwil/jawa-tengah' },
  '/pengelolaan/organisasi': { by: 'administrator', path: '/pengelolaan/organisasi' },
  '/pengelolaan/organisasi/baru': { by: 'administrator', path: '/pengelolaan/organisasi/baru' },
  '/pengelolaan/organisasi/:code': { by: 'administrator', path: `/pengelolaan/organisasi/${PARTNER}` },
  '/pengelolaan/organisasi/:code/gabung': {
    by: 'administrator',
    path: `/pengelolaan/organisasi/partner-unsoed/gabung?ke=${PARTNER}`,
  },
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

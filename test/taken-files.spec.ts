import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { filesWithoutPeople } from '../src/platform/http/files-without-people.js';
import { committedDocument } from './support/answer-schemas.js';
import { startApp, type TestApp } from './support/app.js';
import { file, pageExamples } from './support/page-examples.js';

/** Files that are shown in a page or read by a program, and not taken away, by the reason. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'pictures in a page, each cleared by an office or seen by who may see the visit': [
    ...['GET /api/notes/:id/pictures/:pictureId', 'GET /api/visits/:id/entries/:entryId/photo'],
    ...['GET /jawab/:token/foto/:id', 'GET /jawab/:token/foto/:id/kecil'],
    ...['GET /kunjungan/:id/entri/:entryId/foto', 'GET /kunjungan/:id/entri/:entryId/kecil'],
    'GET /kunjungan/:id/foto/:entryId/samarkan/pratinjau',
    ...['GET /praktik-baik/:id/gambar/:pictureId', 'GET /praktik-baik/:id/gambar/:pictureId/kecil'],
  ],
  'the emblem of an office, without anybody': [
    ...['GET /api/units/:code/papers/emblem', 'GET /upt/:code/kop/lambang'],
  ],
  'a calendar that a program reads every hour, without contacts of others': ['GET /feeds/:file'],
  'a part of a page: of a calendar, of a mail, of a message': [
    ...['GET /kalender/acara', 'GET /surat/:id/html', 'GET /surat/contoh/:name/html'],
    ...['GET /kunjungan/:id/ringkasan/surat', 'GET /kunjungan/:id/jangkau/:participantId/pesan'],
  ],
  'scripts, styles and figures of the system': ['GET /aset/:version/*', 'GET /hari-ini.js', 'GET /metrics'],
};

/** Those that are written down: by their content-disposition, before they are sent. */
const recorded: readonly string[] = [
  ...['GET /akun/data-saya.json', 'GET /akun/data-saya.pdf', 'GET /pengelolaan/data-pribadi/salinan'],
  ...['GET /jawab/:token/data-saya.json', 'GET /jawab/:token/data-saya/salinan.json'],
  ...['GET /jawab/:token/data-saya/salinan.pdf', 'GET /jawab/:token/berkas/:id'],
  ...['GET /jawab/:token/kunjungan.ics', 'GET /api/visits/:id/invite.ics', 'GET /surat/:id/undangan.ics'],
  ...['GET /api/follow-ups/:id/files/:fileId', 'GET /api/follow-ups/export', 'GET /tindak-lanjut/unduh'],
  ...['GET /tindak-lanjut/:id/berkas/:fileId', 'GET /api/imports/:id/refused', 'GET /impor/:id/ditolak'],
  ...['GET /api/letters/:id/paper', 'GET /kunjungan/:id/surat/:letterId/unduh'],
  ...['GET /perjalanan/:id/surat/:letterId/unduh', 'GET /api/mails/export', 'GET /surat/unduh'],
  ...['GET /api/received-mails/:id', 'GET /api/nip-looks/export', 'GET /pengelolaan/nip/unduh'],
  ...['GET /api/notes/:id/files/:fileId', 'GET /api/notes/export', 'GET /praktik-baik/unduh'],
  ...['GET /praktik-baik/:id/berkas/:fileId', 'GET /api/people/export', 'GET /pengelolaan/unduh'],
  ...['GET /api/visits/:id/files/:fileId', 'GET /api/visits/export', 'GET /kunjungan/unduh'],
  ...['GET /kunjungan/:id/berkas/:fileId', 'GET /pengelolaan/unduhan/unduh'],
  ...['GET /api/letters/:id/signed-copy', 'GET /kunjungan/:id/surat/:letterId/salinan'],
  ...['GET /perjalanan/:id/surat/:letterId/salinan', 'GET /api/bundles/:id/pdf', 'GET /api/bundles/:id/zip'],
  ...['GET /api/visits/:id/entries/:entryId/original', 'GET /kunjungan/:id/entri/:entryId/asli'],
  'GET /kunjungan/:id/siaran-pers/:office/:kind/unduh',
  ...['GET /api/units/:code/papers/templates/:id/file', 'GET /upt/:code/kop/templat/:id/berkas'],
  ...['kunjungan/:id', 'perjalanan/:id', 'upt/:code'].flatMap((place) =>
    ['pdf', 'zip'].map((format) => `GET /${place}/bundel/:bundleId/${format}`),
  ),
];

let app: TestApp;
let routes: string[];

beforeAll(async () => {
  app = await startApp();
  const pages = Object.entries(await pageExamples(app)).flatMap(([route, example]) =>
    example === file ? [`GET ${route}`] : [],
  );
  const { paths } = await committedDocument();
  const ofApi = Object.entries(paths).flatMap(([path, { get }]) => {
    const answer = get?.responses['200'];
    const types = answer && 'content' in answer ? Object.keys(answer.content ?? {}) : [];
    const isFile = types.length > 0 && types.every((type) => type !== 'application/json');
    return isFile ? [`GET ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`] : [];
  });
  routes = [...new Set([...pages, ...ofApi])].sort();
}, 60_000);
afterAll(() => app.close());

test('every route that answers a file is written down, shows it, or holds nobody', () => {
  const declared = [...Object.values(shown).flat(), ...recorded, ...Object.keys(filesWithoutPeople)];
  expect(declared.toSorted()).toEqual(routes);
  for (const why of [...Object.keys(shown), ...Object.values(filesWithoutPeople)])
    expect(why.length).toBeGreaterThan(10);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operationsOf } from '../src/platform/http/document-faults.js';
import { committedDocument } from './support/answer-schemas.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { emails, pageExamples } from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import { summarised } from './support/told-summary.js';
import type { Header } from './support/visits.js';

/** Ids of what the examples of pages show. */
interface Examples {
  visit: string;
  told: string;
  note: string;
  promise: string;
  person: string;
  mail: string;
  trip: string;
  series: string;
  secret: string;
  certificates: string;
  code: string;
}

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let admin: Header;
let ids: Examples;

beforeAll(async () => {
  app = await startApp();
  const pages = await pageExamples(app);
  const idIn = (page: string): string => {
    const example = pages[page];
    const place = page.split('/').findIndex((part) => part.startsWith(':'));
    return (typeof example === 'object' && example.path.split('/')[place]) || 'none';
  };
  ids = {
    visit: idIn('/kunjungan/:id/acara'),
    told: idIn('/kunjungan/:id/siaran-pers'),
    note: idIn('/praktik-baik/:id'),
    promise: idIn('/tindak-lanjut/:id'),
    person: idIn('/pengelolaan/orang/:id'),
    mail: idIn('/surat/:id'),
    trip: idIn('/perjalanan/:id'),
    series: idIn('/rangkaian/:id'),
    secret: idIn('/masukan/:token'),
    certificates: idIn('/naskah/:id/piagam'),
    code: idIn('/periksa/:code'),
  };
  const signIn = (email: string) => app.signIn(email, PASSWORD);
  guest = await signIn(emails.guest);
  host = await signIn(emails.host);
  kanwil = await signIn(emails.regional);
  admin = await signIn(emails.administrator);
});
afterAll(() => app.close());

/** What the examples of pages leave empty, by the calls that change something. */
async function fill(): Promise<void> {
  const visit = { path: { id: ids.visit } };
  const note = { path: { id: ids.note } };
  const promise = { path: { id: ids.promise } };
  const items = [
    {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T10:00:00+07:00',
      title: 'Penerimaan',
      kind: 'welcome' as const,
    },
  ];
  const agenda = '/api/visits/{id}/agenda' as const;
  await api(app)
    .put(agenda, { as: host, ...visit, body: { version: 1, items } })
    .expect(200);
  await api(app)
    .post(`${agenda}/publish`, { as: host, ...visit, body: { version: 2 } })
    .expect(200);
  await api(app)
    .post('/api/visits/{id}/participants/unit', {
      as: host,
      ...visit,
      body: { unit: 'rutan-banjarnegara', side: 'host' },
    })
    .expect(201);
  await api(app)
    .post('/api/visits/{id}/entries', { as: host, ...visit, body: { text: 'Kebun sayur' } })
    .expect(201);
  await api(app)
    .put('/api/visits/{id}/summary', { as: guest, ...visit, body: { version: 0, outcomes: 'Kebun' } })
    .expect(200);
  await api(app)
    .post('/api/notes/{id}/comments', {
      as: guest,
      ...note,
      body: { kind: 'question', body: 'Berapa luasnya?' },
    })
    .expect(201);
  await api(app)
    .put('/api/notes/{id}/uses/own', { as: guest, ...note, body: {} })
    .expect(204);
  await api(app)
    .post('/api/follow-ups/{id}/comments', { as: host, ...promise, body: { body: 'Kami bantu' } })
    .expect(201);
  await api(app)
    .patch('/api/follow-ups/{id}', { as: guest, ...promise, body: { version: 1, what: 'Dua demplot' } })
    .expect(200);
  await api(app)
    .post('/api/feeds', { as: guest, body: { scope: 'me' } })
    .expect(201);
  await api(app)
    .post('/api/tokens', { as: guest, body: { name: 'Skrip' } })
    .expect(201);
  await api(app)
    .put('/api/me/calendar', { as: guest, body: { alarmMinutes: [60] } })
    .expect(200);
  await api(app)
    .put('/api/units/{code}/reminders', {
      as: kanwil,
      path: { code: 'rutan-banjarnegara' },
      body: { daysBefore: [1], eveningBefore: true },
    })
    .expect(200);
  await api(app)
    .put('/api/sinergi/monthly-report', { as: kanwil, body: { wanted: true } })
    .expect(200);
  await api(app)
    .patch('/api/regional-offices/{code}', {
      as: kanwil,
      path: { code: 'jawa-tengah' },
      body: { version: 1, approvesAcross: false },
    })
    .expect(200);
  await api(app)
    .post('/api/feedback/{token}', {
      path: { token: ids.secret },
      body: { usefulness: 5, welcome: 4, toCopy: 'Kebunnya' },
    })
    .expect(200);
}

/** Reads everything that there is to read. */
async function readAll(): Promise<void> {
  const { get } = api(app);
  const visit = { as: guest, path: { id: ids.visit } };
  const note = { as: host, path: { id: ids.note } };
  const promise = { as: guest, path: { id: ids.promise } };
  const unit = { as: guest, path: { code: 'rutan-banjarnegara' } };
  await get('/health/live').expect(200);
  await get('/health/ready').expect(200);
  for (const own of ['/api/me', '/api/me/setup', '/api/me/calendar', '/api/tokens', '/api/feeds'] as const) {
    await get(own, { as: guest }).expect(200);
  }
  for (const list of [
    '/api/regional-offices',
    '/api/programs',
    '/api/holidays',
    '/api/units',
    '/api/visits',
    '/api/notes',
    '/api/follow-ups',
    '/api/agenda-templates',
    '/api/hosting-periods',
    '/api/trips',
  ] as const) {
    await get(list, { as: guest }).expect(200);
  }
  for (const list of [
    '/api/people',
    '/api/nip-looks',
    '/api/jobs',
    '/api/jobs/failed',
    '/api/mails',
    '/api/mails/trouble',
    '/api/mails/checks',
    '/api/received-mails',
    '/api/search-synonyms',
  ] as const) {
    await get(list, { as: admin }).expect(200);
  }
  for (const figures of [
    '/api/sinergi/figures',
    '/api/sinergi/matrix',
    '/api/sinergi/network',
    '/api/sinergi/answer-times',
    '/api/sinergi/visits',
    '/api/sinergi/follow-ups',
    '/api/sinergi/replications',
    '/api/sinergi/results',
    '/api/sinergi/result-sums',
    '/api/sinergi/notes',
    '/api/sinergi/units-silent',
    '/api/sinergi/monthly-report',
  ] as const) {
    await get(figures, { as: kanwil }).expect(200);
  }
  const { participants } = (await get('/api/visits/{id}', visit).expect(200)).body;
  const participantId = participants[0]?.id;
  await get('/api/visits/{id}/participants/{participantId}/sessions', {
    as: guest,
    path: { id: ids.visit, participantId },
  }).expect(200);
  for (const part of [
    '/api/visits/{id}/history',
    '/api/visits/{id}/letters',
    '/api/visits/{id}/bundles',
    '/api/visits/{id}/results',
    '/api/visits/{id}/products',
    '/api/visits/{id}/participants',
    '/api/visits/{id}/files',
    '/api/visits/{id}/agenda',
    '/api/visits/{id}/agenda/questions',
    '/api/visits/{id}/learning-checks',
    '/api/visits/{id}/unreached',
    '/api/visits/{id}/reply-questions',
    '/api/visits/{id}/entries',
    '/api/visits/{id}/album',
    '/api/visits/{id}/feedback',
    '/api/visits/{id}/summary',
  ] as const) {
    await get(part, visit).expect(200);
  }
  const id = await summarised(app, guest);
  await get('/api/visits/{id}/press', { as: guest, path: { id: ids.told } }).expect(200);
  await get('/api/visits/{id}/summary/revisions', { as: guest, path: { id } }).expect(200);
  const first = { id, revision: 1 };
  await get('/api/visits/{id}/summary/revisions/{revision}', { as: guest, path: first }).expect(200);
  const [brought] = await app.database.query<{ id: string }>('SELECT id FROM import');
  for (const part of ['/api/imports/{id}', '/api/imports/{id}/rows'] as const) {
    await get(part, { as: kanwil, path: { id: brought?.id } }).expect(200);
  }
  for (const part of [
    '/api/notes/{id}',
    '/api/notes/{id}/pictures',
    '/api/notes/{id}/files',
    '/api/notes/{id}/comments',
    '/api/notes/{id}/uses',
    '/api/notes/{id}/revisions',
    '/api/notes/{id}/lineage',
    '/api/notes/{id}/results',
    '/api/notes/{id}/products',
  ] as const) {
    await get(part, note).expect(200);
  }
  await get('/api/notes', { as: guest, query: { query: 'kebunn' } }).expect(200);
  for (const part of [
    '/api/follow-ups/{id}',
    '/api/follow-ups/{id}/comments',
    '/api/follow-ups/{id}/files',
  ] as const) {
    await get(part, promise).expect(200);
  }
  await get('/api/units/{code}', unit).expect(200);
  await get('/api/units/{code}/reminders', unit).expect(200);
  await get('/api/units/{code}/papers', { ...unit, as: admin }).expect(200);
  const papers = { ...unit, as: admin };
  await get('/api/units/{code}/papers/templates', papers).expect(200);
  const ofKind = { ...papers, query: { kind: 'surat-tugas' } } as const;
  await get('/api/units/{code}/papers/templates/fields', ofKind).expect(200);
  const guestsYear = { code: 'bapas-purwokerto', year: 2025 };
  await get('/api/units/{code}/bundles/{year}', { as: guest, path: guestsYear }).expect(200);
  const { body: bundle } = await api(app)
    .post('/api/visits/{id}/bundles', { as: guest, path: { id: ids.visit } })
    .expect(201);
  await get('/api/bundles/{id}', { as: guest, path: { id: bundle.id } }).expect(200);
  const free = { from: '2025-11-10', to: '2025-11-14', guest: 'bapas-purwokerto' };
  await get('/api/units/{code}/availability', { ...unit, query: free }).expect(200);
  await get('/api/hosts', { as: guest, query: { topic: 'kebun' } }).expect(200);
  const compared = { unit: ['rutan-banjarnegara', 'rutan-purbalingga'], topic: 'kebun' };
  await get('/api/hosts/compare', { as: guest, query: compared }).expect(200);
  await get('/api/trips/{id}', { as: guest, path: { id: ids.trip } }).expect(200);
  await get('/api/trips/{id}/letters', { as: guest, path: { id: ids.trip } }).expect(200);
  await get('/api/letters/{id}/certificates', { as: host, path: { id: ids.certificates } }).expect(200);
  await get('/api/certificates/{code}', { path: { code: ids.code } }).expect(200);
  await get('/api/stored-files', { as: admin }).expect(200);
  await get('/api/trips/{id}/bundles', { as: guest, path: { id: ids.trip } }).expect(200);
  const [change] = (await get('/api/unit-changes', { as: admin }).expect(200)).body.items;
  await get('/api/unit-changes/{id}', { as: admin, path: { id: change?.id ?? '' } }).expect(200);
  await get('/api/series/{id}', { as: guest, path: { id: ids.series } }).expect(200);
  await get('/api/people/{id}/handover', { as: admin, path: { id: ids.person } }).expect(200);
  const domains = { from: 'contoh.test', to: 'baru.test' };
  const into = 'partner-universitas-jenderal-soedirman';
  await get('/api/organisations', { as: guest, query: { kind: 'partner' } }).expect(200);
  await get('/api/organisations/{code}', { as: guest, path: { code: into } }).expect(200);
  const twice = { path: { code: 'partner-unsoed' }, query: { into } };
  await get('/api/organisations/{code}/merge', { as: admin, ...twice }).expect(200);
  await get('/api/address-domains', { as: admin, query: domains }).expect(200);
  await get('/api/people/{id}/tokens', { as: admin, path: { id: ids.person } }).expect(200);
  await get('/api/mails/{id}', { as: admin, path: { id: ids.mail } }).expect(200);
  await get('/api/feedback/{token}', { path: { token: ids.secret } }).expect(200);
}

test('every answer to a question holds to its schema', async () => {
  await fill();
  await readAll();
  const questions = operationsOf(await committedDocument())
    .filter(({ name }) => name.startsWith('get '))
    .filter(({ operation }) => Object.hasOwn(contentOf(operation.responses['200']), 'application/json'))
    .map(({ name }) => `${name} 200`);
  expect(questions.filter((name) => !app.answers.seen.has(name))).toEqual([]);
  expect(app.answers.faults).toEqual([]);
}, 120_000);

const contentOf = (answer: object | undefined): object =>
  answer && 'content' in answer ? (answer.content as object) : {};

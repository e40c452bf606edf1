import request from 'supertest';
import { AddressFaults } from '../../src/platform/mail/address-faults.js';
import { ReceiveMail } from '../../src/replies/index.js';
import { api } from './api-client.js';
import type { TestApp } from './app.js';
import { emails, file, pageExamples, type PageExample } from './page-examples.js';
import { PASSWORD, signedIn } from './people.js';
import { clientReplies } from './replies.js';
import { confirmed, create, requested, type Header } from './visits.js';

/** Pages on which each form of the application stands, and who they are opened by. */
export interface FormPages {
  pages: PageExample[];
  /** Signs in whoever a page is opened by. */
  of: (by: PageExample['by']) => Header;
}

type Headers = Map<PageExample['by'] | 'head' | 'joining', Header>;

/** Makes what the pages show. */
export async function formPages(app: TestApp): Promise<FormPages> {
  const headers: Headers = new Map();
  const examples = await pageExamples(app);
  for (const role of Object.keys(emails) as (keyof typeof emails)[]) {
    headers.set(role, await app.signIn(emails[role], PASSWORD));
  }
  const known = Object.values(examples).filter((example) => example !== file);
  const pages = [...known, ...(await pagesOfOtherStates(app, headers, known))];
  return { pages, of: (by) => headers.get(by) ?? { authorization: '' } };
}

/** Pages with forms that the examples, one a route, do not show. */
async function pagesOfOtherStates(
  app: TestApp,
  headers: Headers,
  known: PageExample[],
): Promise<PageExample[]> {
  const of = (by: PageExample['by']): Header => headers.get(by) ?? { authorization: '' };
  const note = known.find(({ path }) => /^\/praktik-baik\/[\w-]{36}$/.test(path))?.path ?? '';
  await request(app.server)
    .post(`${note}/komentar`)
    .set(of('guest'))
    .type('form')
    .send({ kind: 'question', body: 'Berapa luasnya?' })
    .expect(303);
  const head = { email: 'kepala@tuan.test', role: 'unit-head' as const, unit: 'rutan-banjarnegara' };
  headers.set('head', await signedIn(app, head));
  const proposed = await api(app)
    .post('/api/notes', {
      as: of('host'),
      body: { ...proposal, unit: 'rutan-banjarnegara', state: 'proposed' },
    })
    .expect(201);
  await app.database.query(`UPDATE hosting_policy SET largest_party = 40 WHERE unit = 'rutan-banjarnegara'`);
  const draft = await create(app, of('guest'), { title: 'Belum diajukan' });
  const party = [{ name: 'Wati', email: 'wati@contoh.test', side: 'guest', role: 'member' }];
  const agreed = await confirmed(app, of('guest'), of('host'), {
    participants: party,
    startsAt: '2025-11-13T09:00:00+07:00',
    endsAt: '2025-11-13T12:00:00+07:00',
  });
  const asking = await requested(app, of('guest'), {
    startsAt: '2025-11-14T08:00:00+07:00',
    endsAt: '2025-11-14T10:00:00+07:00',
  });
  await api(app)
    .post('/api/visits/{id}/party-request', {
      as: of('guest'),
      path: { id: asking.id },
      body: { partySize: 50 },
    })
    .expect(200);
  const absent = await requested(app, of('guest'), { hostUnit: 'rutan-kebumen', title: 'Belajar arsip' });
  headers.set('joining', await app.signIn('petugas@lain.test', PASSWORD));
  const organisation = 'rutan-purbalingga';
  for (const { id } of [asking, agreed]) {
    await api(app)
      .post('/api/visits/{id}/guests', { as: of('guest'), path: { id }, body: { organisation } })
      .expect(201);
  }
  const joining = 'joining' as PageExample['by'];
  await api(app)
    .post('/api/visits/{id}/guests/join', {
      as: of(joining),
      path: { id: agreed.id },
      body: { partySize: 2 },
    })
    .expect(200);
  await app.settle();
  const doubted = {
    ...party[0]!,
    uid: agreed.id,
    sequence: 0,
    status: 'DECLINED',
    stamp: '20251020T013000Z',
  };
  await app.app.get(ReceiveMail).execute(Buffer.from(clientReplies.Gmail(doubted)));
  await app.app.get(AddressFaults).mark(doubted.email, '5.1.1');
  await api(app)
    .put('/api/visits/{id}/agenda', {
      as: of('host'),
      path: { id: agreed.id },
      body: {
        version: 0,
        items: [session('09:00', '10:00', 'Pembukaan'), session('10:00', '11:00', 'Kebun')],
      },
    })
    .expect(200);
  return [
    { by: 'host', path: note },
    { by: 'host', path: `/kunjungan/${agreed.id}/acara` },
    { by: 'head' as PageExample['by'], path: `/praktik-baik/${proposed.body.id}` },
    { by: 'guest', path: `/kunjungan/${agreed.id}/peserta` },
    { by: joining, path: `/kunjungan/${asking.id}` },
    { by: joining, path: `/kunjungan/${agreed.id}` },
    { by: 'guest', path: `/kunjungan/${draft.id}/ubah` },
    { by: 'guest', path: `/kunjungan/${draft.id}` },
    { by: 'guest', path: `/kunjungan/${agreed.id}` },
    { by: 'host', path: `/kunjungan/${agreed.id}` },
    { by: 'host', path: `/kunjungan/${asking.id}` },
    { by: 'regional', path: `/kunjungan/${absent.id}` },
    { by: 'guest', path: `/kunjungan/${absent.id}` },
    { by: 'host', path: `/tindak-lanjut/${await donePromise(app, of('guest'), agreed.id)}` },
  ];
}

/** A promise that is done, and waits to be confirmed as a replication. */
async function donePromise(app: TestApp, guest: Header, visit: string): Promise<string> {
  const promise = { visit, what: 'Demplot', unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-11-28' };
  const { body } = await api(app).post('/api/follow-ups', { as: guest, body: promise }).expect(201);
  await api(app)
    .patch('/api/follow-ups/{id}', {
      as: guest,
      path: { id: body.id },
      body: { version: 1, state: 'done', evidence: 'Laporan' },
    })
    .expect(200);
  return body.id;
}

const session = (from: string, to: string, title: string) => ({
  startsAt: `2025-11-13T${from}:00+07:00`,
  endsAt: `2025-11-13T${to}:00+07:00`,
  title,
  kind: 'presentation' as const,
});

const proposal = {
  title: 'Kolam di belakang dapur',
  context: 'Lahan sempit.',
  whatWasDone: 'Satu kolam.',
  result: 'Ikan setiap bulan.',
  howToCopy: 'Mulai dari satu.',
};

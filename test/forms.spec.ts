import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AddressFaults } from '../src/platform/mail/address-faults.js';
import { ReceiveMail } from '../src/replies/index.js';
import { readKeptForm, writeKeptForm } from '../src/platform/pages/kept-form.js';
import { shownFields } from '../src/platform/pages/sent-fields.js';
import { startApp, type TestApp } from './support/app.js';
import { changedSince, transactionNow } from './support/changed-rows.js';
import { fill, type FilledForm, type ToldField } from './support/filled-forms.js';
import { emails, file, pageExamples, pageRoutes, type PageExample } from './support/page-examples.js';
import { formsOf, type FormButton, type PageForm } from './support/page-forms.js';
import { PASSWORD, signedIn } from './support/people.js';
import { clientReplies } from './support/replies.js';
import { confirmed, create, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let pages: PageExample[];
const headers = new Map<PageExample['by'] | 'head', Header>();

beforeAll(async () => {
  app = await startApp();
  const examples = await pageExamples(app);
  for (const role of Object.keys(emails) as (keyof typeof emails)[]) {
    headers.set(role, await app.signIn(emails[role], PASSWORD));
  }
  const known = Object.values(examples).filter((example) => example !== file);
  pages = [...known, ...(await pagesOfOtherStates(known))];
}, 60_000);
afterAll(() => app.close());

const of = (by: PageExample['by']): Header => headers.get(by) ?? { authorization: '' };

/** Pages with forms that the examples, one a route, do not show. */
async function pagesOfOtherStates(known: PageExample[]): Promise<PageExample[]> {
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
  const draft = await create(app, of('guest'), { title: 'Belum diajukan' });
  const party = [{ name: 'Wati', email: 'wati@contoh.test', side: 'guest', role: 'member' }];
  const agreed = await confirmed(app, of('guest'), of('host'), {
    participants: party,
    startsAt: '2025-11-13T09:00:00+07:00',
    endsAt: '2025-11-13T12:00:00+07:00',
  });
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
      body: { items: [session('09:00', '10:00', 'Pembukaan'), session('10:00', '11:00', 'Kebun')] },
    })
    .expect(200);
  return [
    { by: 'host', path: note },
    { by: 'host', path: `/kunjungan/${agreed.id}/acara` },
    { by: 'head' as PageExample['by'], path: `/praktik-baik/${proposed.body.id}` },
    { by: 'guest', path: `/kunjungan/${agreed.id}/peserta` },
    { by: 'guest', path: `/kunjungan/${draft.id}/ubah` },
    { by: 'guest', path: `/kunjungan/${draft.id}` },
    { by: 'guest', path: `/kunjungan/${agreed.id}` },
    { by: 'host', path: `/kunjungan/${agreed.id}` },
  ];
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

/** A button of a form of a page, as a name that stays the same from run to run. */
interface Press {
  name: string;
  page: PageExample;
  form: PageForm;
  button: FormButton;
}

const open = async (page: PageExample): Promise<PageForm[]> => {
  const answer = await request(app.server).get(page.path).set('accept', 'text/html').set(of(page.by));
  return formsOf(answer.text, page.path).filter(({ method }) => method === 'post');
};

const routeOf = (action: string): string =>
  pageRoutes(app, RequestMethod.POST).find((route) =>
    new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(action.replace(/[?#].*/, '')),
  ) ?? action;

/** What can be lost: all but files, which a browser does not give back. */
const typeable = ({ fields }: PageForm) => fields.filter(({ kind }) => kind !== 'file');
const namesOf = (form: PageForm) => typeable(form).map(({ name }) => name);

/** Presses that end or move what others need come last, a new password after all: it ends the sign-in. */
const ENDS = [/^\/sandi/, /langkah|hapus|terbit|kirim$|selesai/];

/** Routes that any form met so far sends to. */
const met = new Set<string>();

async function allPresses(): Promise<Press[]> {
  const found = new Map<string, Press>();
  for (const page of pages) {
    for (const form of await open(page)) {
      for (const button of form.buttons) {
        met.add(routeOf(button.action));
        if (typeable(form).length === 0) continue;
        const said = button.pair?.join('=') ?? button.label;
        const name = `${routeOf(button.action)} ${said} (${[...new Set(namesOf(form))].join(', ')})`;
        if (!found.has(name)) found.set(name, { name, page, form, button });
      }
    }
  }
  const lateness = ({ button }: Press) => {
    const place = ENDS.findIndex((ends) => ends.test(`${button.action} ${button.pair?.[1] ?? ''}`));
    return place < 0 ? 0 : ENDS.length - place;
  };
  return [...found.values()].sort((one, other) => lateness(one) - lateness(other));
}

/** Sends a form as a browser does; one with files with a file in each of its fields for them. */
function attach(post: request.Test, form: PageForm, sent: FilledForm['sent']): request.Test {
  if (!form.isMultipart) return post.type('form').send(sent);
  for (const [name, value] of Object.entries(sent)) for (const one of [value].flat()) post.field(name, one);
  for (const { name } of form.fields.filter(({ kind }) => kind === 'file')) {
    post.attach(name, Buffer.from('%PDF-1.4'), 'isian.pdf');
  }
  return post;
}

const withoutFragment = ({ action }: FormButton): string => action.replace(/#.*/, '');

/** Presses the button of the form, filled, as it stands now; what was filled and is found nowhere afterwards is lost. */
async function press({ page, form, button }: Press, mark: number): Promise<[number, ToldField[]]> {
  const now = await open(page);
  const like = (one: PageForm) => one.action === form.action && `${namesOf(one)}` === `${namesOf(form)}`;
  const { sent, told } = fill(now.find(like) ?? form, mark);
  if (button.pair) sent[button.pair[0]] = button.pair[1];
  const before = await transactionNow(app.database);
  const post = request(app.server).post(button.action).set('accept', 'text/html').set(of(page.by));
  const answer = await attach(post, form, sent);
  const there = `${await changedSince(app.database, before)}\n${answer.text}`;
  return [answer.status, told.filter(({ values }) => !values.some((value) => there.includes(value)))];
}

/** Fields that are meant to be gone afterwards, with the reason. */
const MEANT: [route: RegExp, fields: RegExp, why: string][] = [
  [
    /^\/kunjungan\/baru /,
    /^(?:topik|program|cari|jenis|kanwil|jarak|urut|lama|waktu)$/,
    'they look for a host and a time',
  ],
  [/^\/lupa-sandi /, /^email$/, 'whether the address has an account is told to nobody'],
  [/^\/pengelolaan\/sinonim\/:id\/hapus /, /^terms$/, 'the button deletes them'],
];
const isMeant = (name: string, field: string) =>
  MEANT.some(([route, fields]) => route.test(name) && fields.test(field));

/** Routes whose form only comes in a state that no page here is in, and has nothing to type. */
const NOTHING_TO_TYPE =
  /\/(?:hapus|cabut|ganti|pakai|berhenti|urungkan|pulihkan|izin|tarik|kirim-ulang|berkas|libur|jalankan|buang|jalankan-semua)$/;

describe('every form', () => {
  let presses: Press[];
  beforeAll(async () => {
    presses = await allPresses();
  });

  test('is met on a page here', () => {
    const missing = pageRoutes(app, RequestMethod.POST).filter((route) => !met.has(route));
    expect(missing.filter((route) => !NOTHING_TO_TYPE.test(route))).toEqual([]);
  });

  test('keeps and shows no password once it is refused as a whole', () => {
    const passwords = presses.flatMap(({ form }) => form.fields.filter(({ kind }) => kind === 'password'));
    expect(new Set(passwords.map(({ name }) => name)).size).toBeGreaterThan(1);
    const fields = passwords.map(({ name }) => ({ name, value: 'kata sandi yang panjang' }));
    expect(shownFields(fields)).toEqual([]);
    expect(readKeptForm(writeKeptForm({ action: '/akun', texts: fields, files: [] }))?.texts).toEqual([]);
  });

  test('goes on as it was filled when its session had ended, after signing in', async () => {
    const browser = (path: string) => request(app.server).post(path).set('accept', 'text/html');
    const changed: Record<string, unknown> = {};
    for (const { name, form, button } of presses.filter(({ page }) => page.by !== null)) {
      const { sent } = fill(form, 17);
      if (button.pair) sent[button.pair[0]] = button.pair[1];
      const refused = await attach(browser(button.action), form, sent).expect(401);
      const [signIn] = formsOf(refused.text, '/masuk').filter(({ action }) => action === '/masuk');
      const answer = await browser('/masuk')
        .type('form')
        .send({ ...Object.fromEntries(signIn?.hidden ?? []), email: emails.guest, password: PASSWORD });
      const again = formsOf(answer.text, '/masuk').find(({ action }) => action === withoutFragment(button));
      const pairs = again?.hidden ?? [];
      const wanted = Object.entries(sent).flatMap(([field, value]) =>
        [value].flat().map((one) => [field, one]),
      );
      const isSame = answer.status === 200 && JSON.stringify(pairs) === JSON.stringify(wanted);
      if (!isSame || again?.isMultipart !== form.isMultipart) changed[name] = [answer.status, pairs, wanted];
    }
    expect(changed).toEqual({});
  }, 120_000);

  test('stores what is filled, or shows it again, whichever button is pressed', async () => {
    const lost: Record<string, unknown> = {};
    let accepted = 0;
    for (const [index, one] of presses.entries()) {
      const [status, missing] = await press(one, 10 + (index % 19));
      const names = missing.map(({ name }) => name).filter((name) => !isMeant(one.name, name));
      if (names.length > 0) lost[one.name] = `${status}: ${names.join(', ')}`;
      if (status < 400) accepted++;
    }
    expect(lost).toEqual({});
    // Most fillings fit, so that it is storing that is tried and not refusing alone.
    expect(accepted).toBeGreaterThan(presses.length * 0.7);
  }, 120_000);
});

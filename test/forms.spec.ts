import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import request from 'supertest';
import { readKeptForm, writeKeptForm } from '../src/platform/pages/kept-form.js';
import { shownFields } from '../src/platform/pages/sent-fields.js';
import { startApp, type TestApp } from './support/app.js';
import { changedSince, TRACES, transactionNow } from './support/changed-rows.js';
import { fill, type ToldField } from './support/filled-forms.js';
import { attach, FormWalk, namesOf, typeable, type Press } from './support/form-walk.js';
import { addressOf, isVersioned, overtake, savingOf, standing } from './support/overtaken.js';
import { emails, pageRoutes } from './support/page-examples.js';
import { formsOf, type FormButton, type PageForm } from './support/page-forms.js';
import { PASSWORD } from './support/people.js';

let app: TestApp;
let walk: FormWalk;

beforeAll(async () => {
  app = await startApp();
  walk = await FormWalk.through(app);
}, 60_000);
afterAll(() => app.close());

const withoutFragment = ({ action }: FormButton): string => action.replace(/#.*/, '');

interface Pressed {
  status: number;
  /** What was filled and is found nowhere afterwards. */
  lost: ToldField[];
  /** Sends the same once more; what that did beside answering as before. */
  again: () => Promise<string[]>;
}

/** Marks of fillings, without those of `overtake`: what stands there already would not be stored again. */
const MARKS = Array.from({ length: 19 }, (_, index) => 10 + index).filter((mark) => ![11, 21].includes(mark));

/** Presses the button of the form, filled, as it stands now. */
async function press({ page, form, button }: Press, mark: number): Promise<Pressed> {
  const now = await walk.open(page);
  const like = (one: PageForm) => one.action === form.action && `${namesOf(one)}` === `${namesOf(form)}`;
  const shown = now.find(like) ?? form;
  const { sent, told } = fill(shown, mark);
  if (button.pair) sent[button.pair[0]] = button.pair[1];
  const before = await transactionNow(app.database);
  const action = shown.buttons.find(
    ({ label, pair }) => label === button.label && `${pair}` === `${button.pair}`,
  )?.action;
  const send = () =>
    attach(
      request(app.server)
        .post(action ?? button.action)
        .set('accept', 'text/html')
        .set(walk.of(page.by)),
      form,
      sent,
    );
  const answer = await send();
  const there = `${await changedSince(app.database, before)}\n${answer.text}`;
  return {
    status: answer.status,
    lost: told.filter(({ values }) => !values.some((value) => there.includes(value))),
    again: async () => {
      const between = await transactionNow(app.database);
      const { status, headers } = await send();
      const rows = await changedSince(app.database, between, TRACES);
      const isSame = status === answer.status && headers['location'] === answer.headers['location'];
      return [...(isSame ? [] : [`${status} ${headers['location']}`]), ...(rows ? [rows] : [])];
    },
  };
}

/** Fields that are meant to be gone afterwards, with the reason. */
const MEANT: [route: RegExp, fields: RegExp, why: string][] = [
  [
    /^\/kunjungan\/(?:baru|atur) /,
    /^(?:topik|program|cari|cariTamu|jenis|kanwil|pakai|jarak|urut|lama|waktu)$/,
    'they look for a host, a time and further guests',
  ],
  [/^\/kunjungan\/atur /, /^orang$/, 'people of a unit do not come along once another one is the guest'],
  [/^\/lupa-sandi /, /^email$/, 'whether the address has an account is told to nobody'],
  [
    /^\/kunjungan\/:id\/jawaban-tuan-rumah /,
    /^(?:day|from|to|ownHours)$/,
    'only a proposal has another time',
  ],
  [
    /^\/balas\/:token aksi=(?:accept|decline)/,
    /^(?:day|from|to|ownHours)$/,
    'only a proposal sends another time',
  ],
  [/^\/rangkaian\/:id\/tanggal/, /^jangkauan$/, 'it says how far the step reaches'],
  [/^\/rangkaian\/:id\/langkah\/:step Tolak/, /^hosts$/, 'nobody receives what is declined'],
  [/^\/pengelolaan\/orang\/:id/, /^(?:successor|takers)$/, 'what is handed over hangs there no more'],
  [/^\/pengelolaan\/sinonim\/:id\/hapus /, /^terms$/, 'the button deletes them'],
  [/^\/kunjungan\/:id\/foto aksi=hapus/, /^caption-/, 'the button deletes the photo with its caption'],
  [/^\/kunjungan\/:id\/foto\/:entryId\/samarkan /, /^(?:x|y|width|height)-/, 'boxes are in the picture'],
];
const isMeant = (name: string, field: string) =>
  MEANT.some(([route, fields]) => route.test(name) && fields.test(field));

/** Routes whose form only comes in a state that no page here is in, and has nothing to type. */
const NOTHING_TO_TYPE =
  /\/(?:hapus|cabut|ganti|pakai|berhenti|batal|urungkan|pulihkan|izin|tarik|kirim-ulang|berkas|libur|jalankan|buang|jalankan-semua|singkirkan|pindahkan|kalender|tautan|pesan|sudah|belum|jawab\/:token\/hadir|daftar-hadir|kirim|nip|lampirkan|salinan|siap|surel)$/;

describe('every form', () => {
  let presses: Press[];
  beforeAll(async () => {
    presses = await walk.allPresses();
  });

  test('is met on a page here', () => {
    const missing = pageRoutes(app, RequestMethod.POST).filter((route) => !walk.met.has(route));
    expect(missing.filter((route) => !NOTHING_TO_TYPE.test(route))).toEqual([]);
  });

  test('of more than two fields is kept on the device', () => {
    const typed = ({ fields }: PageForm) =>
      new Set(fields.filter(({ kind }) => !['file', 'password'].includes(kind)).map(({ name }) => name));
    const large = presses.filter(({ form }) => typed(form).size > 2);
    expect(large.length).toBeGreaterThan(15);
    expect(large.filter(({ form }) => !form.isKept).map(({ name }) => name)).toEqual([]);
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

  test('says of a field that may be left empty what it is needed for, as the step that refuses it does', async () => {
    const labelled = (text: string, mark: string) =>
      parse(text)
        .querySelectorAll('.form-label')
        .filter((label) => label.querySelector(mark))
        .map((label) => label.getAttribute('for') ?? '');
    const faulty = (text: string) =>
      parse(text)
        .querySelectorAll('[aria-invalid=true]')
        .map((field) => field.getAttribute('id') ?? '');
    const steps = presses.filter(({ button }) =>
      /^(?:proposed|published|terbit|kirim|submit)$/.test(button.pair?.[1] ?? ''),
    );
    const told: Record<string, string[]> = {};
    for (const { name, page, form, button } of steps) {
      const before = await request(app.server)
        .get(page.path)
        .set('accept', 'text/html')
        .set(walk.of(page.by));
      const marked = labelled(before.text, '.form-needed');
      const empty = Object.fromEntries(typeable(form).map((field) => [field.name, '']));
      const kept = Object.fromEntries(
        form.fields
          .filter(({ kind, name }) => kind === 'select' && name !== 'visit')
          .map(({ name, value }) => [name, value]),
      );
      const [field = '', value = ''] = button.pair ?? [];
      const sent = { ...Object.fromEntries(form.hidden), ...empty, ...kept, [field]: value };
      const answer = await attach(walk.post(page, button.action), form, sent);
      const wanted = faulty(answer.text);
      const untrue = wanted.filter((id) => labelled(before.text, '.form-optional').includes(id));
      const unasked = marked.filter((id) => !wanted.includes(id));
      expect([name, untrue, unasked]).toEqual([name, [], []]);
      if (marked.length > 0) told[walk.routeOf(button.action)] = marked;
    }
    expect(told).toEqual({
      '/praktik-baik/baru': ['title', 'context', 'whatWasDone', 'howToCopy', 'result'],
      '/kunjungan/:id/ringkasan': ['outcomes', 'decisions', 'notes'],
    });
  }, 60_000);

  test('that was overtaken shows both versions field by field, and stores either', async () => {
    const wrong: Record<string, unknown> = {};
    const versioned = presses.filter(({ form, button }) => isVersioned(form) && button === savingOf(form));
    const stating = versioned.filter(({ form }) => !form.asks);
    const routes = new Set(stating.map(({ button }) => walk.routeOf(button.action)));
    expect(routes.size).toBeGreaterThanOrEqual(9);
    for (const one of stating) {
      const fault = await overtake(walk, one);
      if (fault !== null) wrong[one.name] = fault;
    }
    expect(wrong).toEqual({});
  }, 120_000);

  test('that asks for something new keeps what was typed when the rest changed, and goes on', async () => {
    const wrong: Record<string, unknown> = {};
    const asking = presses.filter(({ form }) => isVersioned(form) && form.asks);
    expect(asking.length).toBeGreaterThan(5);
    for (const one of asking) {
      const { name, page, button } = one;
      const { form } = await standing(walk, one);
      const { sent, told } = fill(form, 12);
      if (button.pair) sent[button.pair[0]] = button.pair[1];
      const seen = sent['version'];
      const answer = await attach(walk.post(page, button.action), form, { ...sent, version: '9999' });
      const lost = told.filter(({ values }) => !values.some((value) => answer.text.includes(value)));
      const again = formsOf(answer.text, page.path).find(
        (shown) =>
          addressOf(shown) === addressOf(form) &&
          shown.hidden.some(([each, value]) => each === 'version' && value === seen),
      );
      if (answer.status !== 409 || lost.length > 0 || !again || answer.text.includes('Muat ulang')) {
        const why = parse(answer.text).querySelector('[role=alert], .invalid-feedback')?.textContent;
        wrong[name] = [answer.status, lost, again === undefined, why, sent];
      }
    }
    expect(wrong).toEqual({});
  }, 60_000);

  test('stores what is filled once, or shows it again, whichever button is pressed, and how often', async () => {
    const lost: Record<string, unknown> = {};
    const twice: Record<string, string[]> = {};
    let accepted = 0;
    for (const [index, one] of presses.entries()) {
      const { status, lost: missing, again } = await press(one, MARKS[index % MARKS.length] ?? 10);
      const names = missing.map(({ name }) => name).filter((name) => !isMeant(one.name, name));
      if (names.length > 0) lost[one.name] = `${status}: ${names.join(', ')}`;
      if (status < 400) accepted++;
      const done = status === 303 ? await again() : [];
      if (done.length > 0) twice[one.name] = done;
    }
    expect(lost).toEqual({});
    expect(twice).toEqual({});
    // Most fillings fit, so that it is storing that is tried and not refusing alone.
    expect(accepted).toBeGreaterThan(presses.length * 0.7);
  }, 120_000);

  test('is done once by two presses in the same moment', async () => {
    const note = walk.pages.find(({ path }) => /^\/praktik-baik\/[\w-]{36}$/.test(path));
    const forms = note ? await walk.open({ ...note, by: 'guest' }) : [];
    const form = forms.find(({ action }) => action.endsWith('/komentar'));
    if (!note || !form) throw new Error('no note has a form for comments');
    const body = { ...Object.fromEntries(form.hidden), kind: 'question', body: 'Apakah cukup sekali?' };
    const send = () =>
      request(app.server)
        .post(form.action)
        .set('accept', 'text/html')
        .set(walk.of('guest'))
        .type('form')
        .send(body);
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`)).size).toBe(1);
    const count = () =>
      app.database.query<{ count: number }>('SELECT count(*)::int FROM note_comment WHERE body LIKE $1', [
        'Apakah cukup %',
      ]);
    expect(await count()).toEqual([{ count: 1 }]);
    // Other words in the same form are another question.
    await send()
      .send({ ...body, body: 'Apakah cukup dua kali?' })
      .expect(303);
    expect(await count()).toEqual([{ count: 2 }]);
  });

  // Last: some of these buttons take away what others need.
  test('without a field is never told that its fields are wrong', async () => {
    const bare = (await walk.everyButton()).filter(({ form }) => typeable(form).length === 0);
    expect(bare.length).toBeGreaterThan(15);
    const wrong: Record<string, string> = {};
    for (const { name, page, form, button } of bare.filter(({ form: { isMultipart } }) => !isMultipart)) {
      const sent = {
        ...Object.fromEntries(form.hidden),
        ...(button.pair && Object.fromEntries([button.pair])),
      };
      const { status, text } = await walk.post(page, button.action).type('form').send(sent);
      if (status >= 500 || text.includes('Isian belum benar')) wrong[name] = `${status}`;
    }
    expect(wrong).toEqual({});
  });
});

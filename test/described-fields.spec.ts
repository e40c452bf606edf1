import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { noteFields } from '../src/notes/domain/note-fields.js';
import { dateWords } from '../src/platform/text/calendar-words.js';
import { isCalendarDate } from '../src/platform/text/date-range.js';
import type { FieldDescription, FieldTable } from '../src/platform/text/field-description.js';
import { fieldWords } from '../src/platform/text/field-words.js';
import { unitContactFields, hostingFields, unitFields } from '../src/units/domain/unit-fields.js';
import { bookingFields, visitFields } from '../src/visits/domain/visit-fields.js';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { formsOf, type FormField } from './support/page-forms.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { create, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let head: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

/** Something that a field can hold, which is found nowhere else. */
function sample(name: string, field: FieldDescription, turn: number): unknown {
  switch (field.kind) {
    case 'text':
      return `Isi ${name} ${turn}`;
    case 'long-text':
      return `Isi ${name} ${turn}\nbaris kedua`;
    case 'words':
      return [`satu ${name} ${turn}`, `dua ${name} ${turn}`];
    case 'codes':
      return [`akselerasi-${turn}`];
    case 'phone':
      return `+62812345678${turn}0`;
    case 'mail-address':
      return `${name.toLowerCase()}${turn}@contoh.test`;
    case 'web-page':
      return `https://laman-${turn}.contoh.test/profil`;
    case 'secure-link':
      return `https://meet.contoh.test/rapat-0812345678${turn}?pwd=a%40b`;
    case 'choice':
      // The first is that of which nothing is left out.
      return Object.keys(field.choices).at(-turn);
    case 'postcode':
      return `5341${turn}`;
    case 'date':
      return `2025-10-1${turn}`;
    case 'whole':
      return field.least + turn;
    case 'latitude':
      return -7.5 - turn;
    case 'longitude':
      return 109.5 + turn;
    case 'yes-no':
      return true;
  }
}

const samples = (fields: FieldTable, turn: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sample(name, field, turn)]));

/** As somebody types it. */
function typed(value: unknown, separator = '\n'): string {
  if (Array.isArray(value)) return value.join(separator);
  return value === true ? 'ya' : isCalendarDate(value) ? dateWords(value) : String(value);
}
const allTyped = (values: Readonly<Record<string, unknown>>, separator?: string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typed(value, separator)]));

/** What an answer of the API holds of the fields. */
const answered = (fields: FieldTable, answer: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { answer: place = name }]) => [
      name,
      place.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answer),
    ]),
  );

const page = async (path: string, by: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(200)).text;
const post = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(fields);

/** What the form of a page holds, by the names of its controls. */
async function held(path: string, by: Header): Promise<Record<string, string>> {
  const form = formsOf(await page(path, by), path).find(
    ({ method, action }) => method === 'post' && action === path,
  );
  const holds = ({ kind, isTicked }: FormField) => (kind !== 'checkbox' && kind !== 'radio') || isTicked;
  return Object.fromEntries((form?.fields ?? []).filter(holds).map(({ name, value }) => [name, value]));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const readVisit = async (id: string, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;

describe('each field of a visit', () => {
  const [first, second, third] = [1, 2, 3].map((turn) => samples(visitFields, turn));
  let id: string;

  test('is taken and answered by the API', async () => {
    const visit = await create(app, people.guest, first);
    id = visit.id;
    expect(answered(visitFields, visit)).toEqual(first);
    const { version } = visit;
    const changed = await api(app)
      .patch('/api/visits/{id}', { as: people.guest, path: { id }, body: { version, ...second } })
      .expect(200);
    expect(answered(visitFields, changed.body)).toEqual(second);
  });

  test.each(Object.keys(visitFields))('changes alone: %s', async (name) => {
    const before = await readVisit(id);
    const body = { version: before.version, [name]: third?.[name] };
    await api(app).patch('/api/visits/{id}', { as: people.guest, path: { id }, body }).expect(200);
    const expected = { ...answered(visitFields, before), [name]: third?.[name] };
    expect(answered(visitFields, await readVisit(id))).toEqual(expected);
  });

  test('is left empty as it is described', async () => {
    const { version } = await readVisit(id);
    const nothing = Object.fromEntries(
      Object.entries(visitFields)
        .filter(([, { empty }]) => empty === 'null')
        .map(([name]) => [name, null]),
    );
    const body = { version, ...nothing };
    await api(app).patch('/api/visits/{id}', { as: people.guest, path: { id }, body }).expect(200);
    expect(answered(visitFields, await readVisit(id))).toMatchObject(nothing);
  });

  test('stands in the form that changes it, and is saved by it', async () => {
    const path = `/kunjungan/${id}/ubah`;
    const { version } = await readVisit(id);
    await post(path, people.guest, { version, ...allTyped(first ?? {}) }).expect(303);
    expect(answered(visitFields, await readVisit(id))).toEqual(first);
    const { learningQuestions, ...others } = first ?? {};
    const form = await held(path, people.guest);
    expect(form).toMatchObject(allTyped(others));
    // Each question has a row of its own.
    expect([form['learningQuestion0'], form['learningQuestion1'], form['learningQuestion2']]).toEqual([
      ...(learningQuestions as string[]),
      '',
    ]);
  });

  test('that is asked for in booking is kept there, and becomes the visit’s', async () => {
    const values = samples(bookingFields, 2);
    const inLines = Object.entries(bookingFields).filter(([, field]) => 'lists' in field);
    const byLine = Object.fromEntries(inLines.map(([name]) => [name, typed(values[name])]));
    const written = { ...allTyped(values, ', '), ...byLine };
    const asked = filledBooking(written);
    const shown = await post(BOOKING, people.guest, { ...asked, langkah: 'periksa' }).expect(200);
    const fields = formsOf(shown.text, BOOKING).find(({ action }) => action === BOOKING)?.fields ?? [];
    for (const [name, value] of Object.entries(written)) {
      const control = fields.filter(
        (field) =>
          field.name === name && ((field.kind !== 'checkbox' && field.kind !== 'radio') || field.isTicked),
      );
      expect([name, control.map((field) => field.value)]).toEqual([name, [value]]);
    }
    const sent = await post(BOOKING, people.guest, asked).expect(303);
    const made = /[0-9a-f-]{36}/.exec(sent.headers['location'] ?? '')?.[0] ?? '';
    expect(answered(bookingFields, await readVisit(made))).toEqual(values);
  });

  test('stands on the visit’s page', async () => {
    const text = await page(`/kunjungan/${id}`, people.guest);
    for (const [name, field] of Object.entries(visitFields)) {
      if (field.kind === 'codes') continue;
      // Several questions stand a line each.
      const value = first?.[name];
      const words = name === 'learningQuestions' ? (value as string[]) : [fieldWords(field, value)];
      expect([name, words.filter((each) => !text.includes(escaped(each)))]).toEqual([name, []]);
    }
  });

  test('that calendars tell stands in its property, what only the units know not in what others take', async () => {
    await step(app, people.guest, await readVisit(id), 'submit');
    const property = async (by: Header, name: string) => {
      const call = api(app).get('/api/visits/{id}/invite.ics', { as: by, path: { id } });
      const { text } = await call.buffer().expect(200);
      const event = new ICAL.Component(ICAL.parse(String(text)) as unknown[]).getFirstSubcomponent('vevent');
      return String(event?.getFirstPropertyValue(name));
    };
    for (const [name, field] of Object.entries(visitFields)) {
      if (field.calendar === null || field.kind === 'codes' || field.kind === 'choice') continue;
      const words = fieldWords(field, first?.[name]);
      expect([name, (await property(people.guest, field.calendar)).includes(words)]).toEqual([name, true]);
      const isTold = (await property(administrator, field.calendar)).includes(words);
      expect([name, isTold]).toEqual([name, field.seenBy === 'readers']);
    }
  });

  test('that only those see who know the contact, or take part, is hidden from everybody else', async () => {
    const shown = answered(visitFields, await readVisit(id, administrator));
    for (const [name, { seenBy }] of Object.entries(visitFields)) {
      expect([name, shown[name]]).toEqual([name, seenBy === 'readers' ? first?.[name] : null]);
    }
  });
});

describe('each field of a unit', () => {
  const code = 'rutan-banjarnegara';
  const path = `/upt/${code}/ubah`;
  const read = async () =>
    (await api(app).get('/api/units/{code}', { as: head, path: { code } }).expect(200)).body;

  test('is taken and answered by the API', async () => {
    const { version } = await read();
    const values = { ...samples(unitFields, 1), hostingPolicy: samples(hostingFields, 1) };
    const body = { version, ...values };
    await api(app).patch('/api/units/{code}', { as: administrator, path: { code }, body }).expect(200);
    const unit = await read();
    expect(answered(unitFields, unit)).toEqual(samples(unitFields, 1));
    expect(answered(hostingFields, unit.hostingPolicy)).toEqual(samples(hostingFields, 1));
  });

  test('stands in its form, for those who may change it, and is saved by it', async () => {
    const { version } = await read();
    const hours = { senin: '08.00–11.00', closedDays: '' };
    const values = { ...samples(unitContactFields, 2), ...samples(hostingFields, 2) };
    await post(path, head, { version, ...hours, ...allTyped(values) }).expect(303);
    expect(await held(path, head)).toMatchObject(allTyped(values));
    expect(Object.keys(await held(path, administrator))).toEqual(
      expect.arrayContaining(Object.keys(unitFields)),
    );
    const unit = await read();
    expect(answered(unitContactFields, unit)).toEqual(samples(unitContactFields, 2));
    expect(answered(hostingFields, unit.hostingPolicy)).toEqual(samples(hostingFields, 2));
  });
});

describe('each field of a note', () => {
  const unit = 'rutan-banjarnegara';

  test('is taken and answered by the API, remembered by its version, and read', async () => {
    const values = samples(noteFields, 1);
    const made = await api(app)
      .post('/api/notes', { as: head, body: { unit, ...values } })
      .expect(201);
    expect(answered(noteFields, made.body)).toEqual(values);
    const { topics: _, programs: __, ...texts } = values;
    const noteId = made.body.id;
    const call = api(app).get('/api/notes/{id}/revisions', { as: head, path: { id: noteId } });
    expect((await call.expect(200)).body.items[0]?.texts).toEqual(texts);
    const text = await page(`/praktik-baik/${noteId}`, head);
    for (const [name, field] of Object.entries(noteFields)) {
      if (field.kind !== 'long-text') continue;
      expect([name, text.includes(field.label) && text.includes(`Isi ${name} 1`)]).toEqual([name, true]);
    }
  });

  test('stands in its form, and is saved by it', async () => {
    const values = samples(noteFields, 2);
    const sent = { ...allTyped(values), state: 'draft', visibility: 'nation' };
    const answer = await post('/praktik-baik/baru', head, sent).expect(303);
    const noteId = /[0-9a-f-]{36}/.exec(answer.headers['location'] ?? '')?.[0] ?? '';
    const note = await api(app)
      .get('/api/notes/{id}', { as: head, path: { id: noteId } })
      .expect(200);
    expect(answered(noteFields, note.body)).toEqual(values);
    expect(await held(`/praktik-baik/${noteId}/ubah`, head)).toMatchObject(allTyped(values));
  });
});

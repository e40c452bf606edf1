import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { apiDocument } from '../src/platform/http/api-document.js';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { emails, file, pageExamples, type PageExample, type PageRole } from './support/page-examples.js';
import { formsOf } from './support/page-forms.js';
import { PASSWORD } from './support/people.js';
import { returnAddressOf } from './support/replies.js';
import { confirmed, type Header } from './support/visits.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Schema {
  $ref?: string;
  format?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
type Format = 'date' | 'date-time';
/** A date that some route takes: where, and how its path in the body is written in a fault. */
interface TakenDate {
  route: string;
  method: Method;
  path: string;
  place: 'query' | 'json' | 'multipart';
  field: string;
  formats: Format[];
}

/** Dates that exist and lie outside what anything here can be about. */
const OUTSIDE: Readonly<Record<Format, readonly string[]>> = {
  date: [
    '0001-01-01',
    '1899-12-31',
    '1999-12-31',
    '2101-01-01',
    '9999-12-31',
    '275760-09-12',
    '+275760-09-12',
  ],
  'date-time': [
    '0001-01-01T00:00:00Z',
    '1899-12-31T09:00:00+07:00',
    '2101-01-01T09:00:00+07:00',
    '9999-12-31T23:00:00-23:00',
    '+275760-09-12T00:00:00Z',
    // Within the range by the wall clock, and not as instants.
    '2000-01-01T00:00:00+23:00',
    '2100-12-31T23:00:00-23:00',
  ],
};
const INSIDE: Readonly<Record<Format, readonly string[]>> = {
  date: ['2025-11-20'],
  'date-time': ['2025-11-20T09:00:00+07:00', '2100-12-31T22:59:59-00:59'],
};
/** Fields that are not refused beside them, with the reason; nothing is ever saved of what they hold. */
const ASKS_ONLY: Readonly<Record<string, string>> = {
  'post /kunjungan/baru tanggal':
    'says of which day times are offered; the time that is chosen is another field',
};
const ID = '01a20ba9-e725-779c-8d72-a69ab77e1012';

let app: TestApp;
let headers: Record<PageRole, Header>;
let examples: Awaited<ReturnType<typeof pageExamples>>;

beforeAll(async () => {
  app = await startApp();
  examples = await pageExamples(app);
  const roles = Object.keys(emails) as PageRole[];
  const signedIn = await Promise.all(roles.map((role) => app.signIn(emails[role], PASSWORD)));
  headers = Object.fromEntries(roles.map((role, n) => [role, signedIn[n]])) as Record<PageRole, Header>;
}, 60_000);
afterAll(() => app.close());

describe('every date that the API takes', () => {
  /** Walks the document: each property and parameter that is a date. */
  function takenDates(): TakenDate[] {
    const { paths, components } = apiDocument(app.app);
    const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
    const resolved = (schema: Schema): Schema =>
      schema.$ref ? resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
    const formatsOf = (schema: Schema): Format[] =>
      [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(({ format }) =>
        format === 'date' || format === 'date-time' ? [format] : [],
      );
    const leaves = (given: Schema, at: string, depth = 0): { field: string; formats: Format[] }[] => {
      const schema = resolved(given);
      if (depth > 8) return [];
      const formats = formatsOf(schema);
      if (formats.length > 0) return [{ field: at, formats }];
      const join = (name: string): string => (at === '' ? name : `${at}.${name}`);
      return [
        ...(schema.allOf ?? []).flatMap((part) => leaves(part, at, depth + 1)),
        ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
          leaves(part, join(name), depth + 1),
        ),
        ...(schema.items ? leaves(schema.items, join('0'), depth + 1) : []),
      ];
    };
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, Operation>).flatMap(([name, operation]): TakenDate[] => {
        const method = name as Method;
        const route = `${method} ${path}`;
        const queries = (operation.parameters ?? []).flatMap(({ name: field, in: place, schema }) => {
          const formats = place === 'query' ? formatsOf(resolved(schema ?? {})) : [];
          return formats.length > 0 ? [{ route, method, path, place: 'query' as const, field, formats }] : [];
        });
        const bodies = Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
          leaves(schema, '').map((leaf) => ({
            route,
            method,
            path,
            place: type === 'application/json' ? ('json' as const) : ('multipart' as const),
            ...leaf,
          })),
        );
        return [...queries, ...bodies];
      }),
    );
  }

  /** A body with nothing but the field. */
  const bodyOf = (field: string, value: string): object =>
    field
      .split('.')
      .toReversed()
      .reduce<unknown>((inner, name) => (name === '0' ? [inner] : { [name]: inner }), value) as object;

  /** The fields that are named as faulty, by whoever gets as far as their checks. */
  async function faultyFields(taken: TakenDate, value: string): Promise<string[]> {
    const { method, path, place, field } = taken;
    const address = path.replace(/\{[^}]+\}/g, ID);
    const named = new Set<string>();
    for (const by of Object.values(headers)) {
      const call = request(app.server)[method](address).set(by);
      const answer = await (place === 'query'
        ? call.query({ [field]: value, version: 1 })
        : place === 'multipart'
          ? call.field(field, value)
          : call.send({ version: 1, ...bodyOf(field, value) }));
      expect([taken.route, field, value, answer.status < 500]).toEqual([taken.route, field, value, true]);
      if (answer.status !== 422) continue;
      for (const fault of (answer.body as { errors?: { field: string }[] }).errors ?? [])
        named.add(fault.field);
    }
    return [...named];
  }

  test('is refused at its field outside the range of dates, and not within it', async () => {
    const taken = takenDates();
    expect(taken.length).toBeGreaterThan(20);
    const wrong: unknown[] = [];
    for (const date of taken) {
      // A bound of a period may be either.
      for (const format of date.formats) {
        for (const value of OUTSIDE[format]) {
          const faults = await faultyFields(date, value);
          if (!faults.includes(date.field)) wrong.push([date.route, date.field, value, 'taken', faults]);
        }
        for (const value of INSIDE[format]) {
          const faults = await faultyFields(date, value);
          if (faults.includes(date.field)) wrong.push([date.route, date.field, value, 'refused']);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe('every date field of a page', () => {
  test('is refused beside it outside the range of dates', async () => {
    const pages = Object.values(examples).filter((example): example is PageExample => example !== file);
    const seen = new Set<string>();
    const wrong: unknown[] = [];
    for (const page of pages) {
      const by = page.by === null ? {} : headers[page.by as PageRole];
      const shown = await request(app.server).get(page.path).set('accept', 'text/html').set(by);
      for (const form of formsOf(shown.text, page.path)) {
        for (const { name } of form.fields.filter(
          ({ attributes }) => attributes['data-calendar'] === 'date',
        )) {
          const key = `${form.method} ${form.action.replace(/[0-9a-f-]{36}/g, ':id')} ${name}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const kept = form.fields.filter(
            ({ kind, isTicked }) => !['checkbox', 'radio'].includes(kind) || isTicked,
          );
          const sent = Object.fromEntries([
            ...form.hidden,
            ...kept.filter(({ kind }) => kind !== 'file').map((field) => [field.name, field.value] as const),
          ]);
          for (const value of ['0001-01-01', '1899-12-31', '2101-01-01', '9999-12-31', '275760-09-12']) {
            const typed = { ...sent, [name]: value };
            const buttons = form.buttons.length > 0 ? form.buttons : [{ pair: null, action: form.action }];
            const answers = [];
            for (const { pair, action } of form.method === 'get' ? [] : buttons) {
              answers.push(
                await request(app.server)
                  .post(action)
                  .set('accept', 'text/html')
                  .set(by)
                  .type('form')
                  .send({ ...typed, ...(pair && { [pair[0]]: pair[1] }) }),
              );
            }
            if (form.method === 'get') {
              answers.push(
                await request(app.server)
                  .get(form.action.replace(/[?#].*/, ''))
                  .query(typed)
                  .set(by),
              );
            }
            // A list that is asked for nonsense asks for nothing; what would be saved is refused beside its field.
            const beside = new RegExp(`id="[^"]*${name}-fault"`);
            const isRefused =
              form.method === 'get'
                ? answers.every(({ status }) => status < 500)
                : answers.every(({ status }) => status === 200 || status === 422) &&
                  (key in ASKS_ONLY || answers.some(({ text }) => beside.test(text)));
            if (!isRefused) wrong.push([key, value, answers.map(({ status }) => status)]);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe('every date of a calendar mail', () => {
  const stamps = [
    '00010101T000000Z',
    '18991231T000000Z',
    '21010101T000000Z',
    '99991231T235959Z',
    '2757600912T000000Z',
  ];
  const times = { DTSTART: '20251112T020000Z', DTEND: '20251112T050000Z', DTSTAMP: '20251020T013000Z' };
  const cases = [
    ...['DTSTART', 'DTEND', 'DTSTAMP', 'RECURRENCE-ID'].flatMap((name) =>
      stamps.map((value) => ({ ...times, [name]: value })),
    ),
    ...['P999999999999D', '-P999999W', 'PT99999999999999999999S', 'P1Y'].map((DURATION) => {
      const { DTEND: _, ...rest } = times;
      return { ...rest, DURATION };
    }),
  ];

  test('outside the range is not stored, and does not stop the reader', async () => {
    const sari = { name: 'Sari', email: 'sari.edges@contoh.test', side: 'guest', role: 'leader' };
    const visit = await confirmed(app, headers.guest, headers.host, {
      startsAt: '2025-11-11T09:00:00+07:00',
      endsAt: '2025-11-11T12:00:00+07:00',
      participants: [sari],
    });
    await app.settle();
    const to = await returnAddressOf(app, visit.id, sari.email);
    const mailOf = (method: string, dates: object): Buffer =>
      Buffer.from(
        [
          `From: Sari <${sari.email}>`,
          `To: <${to}>`,
          `Subject: ${method}`,
          `Message-ID: <${Math.random().toString(36).slice(2)}@mail.test>`,
          'Date: Fri, 31 Dec 9999 23:59:59 -2300',
          'MIME-Version: 1.0',
          `Content-Type: text/calendar; charset=utf-8; method=${method}`,
          '',
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          `METHOD:${method}`,
          'BEGIN:VEVENT',
          `UID:${visit.id}`,
          ...Object.entries(dates).map(([name, value]) => `${name}:${value}`),
          `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${sari.email}`,
          'END:VEVENT',
          'END:VCALENDAR',
          '',
        ].join('\r\n'),
      );
    for (const dates of cases) {
      for (const method of ['COUNTER', 'REPLY']) {
        await app.app.get(ReceiveMail).execute(mailOf(method, dates));
      }
    }
    await app.settle();
    const columns = await app.database.query<{ table: string; column: string }>(
      `SELECT c.relname AS table, a.attname AS column
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
       WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
         AND a.atttypid IN ('date'::regtype, 'timestamptz'::regtype)`,
    );
    for (const { table, column } of columns) {
      const [row] = await app.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${table}"
         WHERE "${column}" < '2000-01-01T00:00Z' OR "${column}" >= '2101-01-01T00:00Z'`,
      );
      expect([table, column, row?.count]).toEqual([table, column, 0]);
    }
    const [answer] = await app.database.query<{ answer: string }>(
      'SELECT answer FROM visit_participant WHERE visit_id = $1',
      [visit.id],
    );
    expect(answer?.answer).toBe('accepted');
  }, 120_000);
});

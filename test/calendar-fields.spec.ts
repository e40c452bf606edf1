import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { fill } from './support/filled-forms.js';
import { attach } from './support/form-walk.js';
import { formPages, type FormPages } from './support/form-pages.js';
import { formsOf, type FormField, type PageForm } from './support/page-forms.js';
import type { PageExample } from './support/page-examples.js';

let app: TestApp;
let pages: FormPages['pages'];
let of: FormPages['of'];
let uses: Use[];

/** A form with fields of dates, months or clock times. */
interface Use {
  name: string;
  page: PageExample;
  form: PageForm;
  fields: FormField[];
}

beforeAll(async () => {
  app = await startApp();
  ({ pages, of } = await formPages(app));
  uses = await allUses();
}, 60_000);
afterAll(() => app.close());

const get = async (path: string, by: PageExample['by']): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(of(by))).text;

const calendarFields = ({ fields }: PageForm): FormField[] =>
  fields.filter(({ attributes }) => attributes['data-calendar'] !== undefined);

const withoutIds = (path: string): string =>
  path
    .replace(/[?#].*/, '')
    .replace(/(?<=\/)[\w-]{43}$/, ':token')
    .replace(/[\w-]{36}/g, ':id');

async function allUses(): Promise<Use[]> {
  const found = new Map<string, Use>();
  for (const page of pages) {
    for (const form of formsOf(await get(page.path, page.by), page.path)) {
      const fields = calendarFields(form);
      const names = [...new Set(fields.map(({ name }) => name))];
      const name = `${form.method} ${withoutIds(form.action)} ${names.join(', ')}`;
      if (fields.length > 0 && !found.has(name)) found.set(name, { name, page, form, fields });
    }
  }
  return [...found.values()];
}

test('no page has a field that its browser would show in its own language', async () => {
  const native: string[] = [];
  for (const { path, by } of pages) {
    const [found] =
      /<input[^>]* type="(?:date|month|week|time|datetime-local)"[^>]*>/.exec(await get(path, by)) ?? [];
    if (found !== undefined) native.push(`${path}: ${found}`);
  }
  expect(native).toEqual([]);
});

test('each use is met here', () => {
  expect(uses.map(({ name }) => name).sort()).toEqual([
    'get /kunjungan from, to',
    'get /sinergi dari, sampai',
    'get /sinergi/jaringan dari, sampai',
    'get /sinergi/laporan dari, sampai',
    'get /tindak-lanjut dari, sampai',
    'post /balas/:token replyLetterDate, day, lastDay, from, to',
    'post /kunjungan/:id/acara from',
    'post /kunjungan/:id/hasil/hasil measuredOn',
    'post /kunjungan/:id/hasil/hasil/:id measuredOn',
    'post /kunjungan/:id/jawaban-tuan-rumah letterDate, day, lastDay, from, to',
    'post /kunjungan/:id/langkah/accept replyLetterDate',
    'post /kunjungan/:id/langkah/propose day, lastDay, from, to',
    'post /kunjungan/:id/langkah/reschedule day, lastDay, from, to',
    'post /kunjungan/:id/ringkasan dueOn',
    'post /kunjungan/:id/surat datedOn',
    'post /kunjungan/:id/surat/:id datedOn',
    'post /kunjungan/:id/tamu dueOn',
    'post /kunjungan/:id/ubah day, lastDay, from, to, requestLetterDate, replyLetterDate, assignmentLetterDate',
    'post /kunjungan/:id/ubah requestLetterDate, replyLetterDate, assignmentLetterDate',
    'post /kunjungan/atur tanggal, tanggalAkhir, dari, sampai, requestLetterDate',
    'post /kunjungan/baru tanggal, tanggalAkhir, dari, sampai, requestLetterDate',
    'post /kunjungan/catat day, lastDay, from, to, requestLetterDate, replyLetterDate, dueOn1, dueOn2, dueOn3',
    'post /naskah/:id/isian departsOn, returnsOn',
    'post /pengelolaan/data-pribadi letterOn',
    'post /pengelolaan/masa from, until',
    'post /pengelolaan/masa/:id from, until',
    'post /pengelolaan/perubahan-upt/baru effectiveOn',
    'post /pengelolaan/program from',
    'post /perjalanan/:id/langkah/singgah day, from, to',
    'post /perjalanan/:id/surat datedOn',
    'post /perjalanan/:id/surat/:id datedOn',
    'post /perjalanan/baru day-1, from-1, to-1, day-2, from-2, to-2, day-3, from-3, to-3',
    'post /praktik-baik/:id/hasil/hasil measuredOn',
    'post /praktik-baik/:id/hasil/hasil/:id measuredOn',
    'post /praktik-baik/:id/pakai since',
    'post /rangkaian/:id/langkah/accept replyLetterDate',
    'post /rangkaian/:id/tanggal/2025-12-02/langkah/pindah day, from, to',
    'post /tindak-lanjut/:id/replikasi since',
    'post /tindak-lanjut/:id/tunda dueOn',
    'post /tindak-lanjut/:id/ubah dueOn',
    'post /tindak-lanjut/baru dueOn',
    'post /upt/rutan-banjarnegara/kop/penanda-tangan fromOn, untilOn',
    'post /upt/rutan-banjarnegara/kop/penanda-tangan/:id fromOn, untilOn',
    'post /upt/rutan-banjarnegara/masa from, until',
    'post /upt/rutan-banjarnegara/masa/:id from, until',
  ]);
});

/** The field as the page shows it, and the words that stand beside it. */
function shown(page: HTMLElement, name: string): { value: string; isFaulty: boolean; beside: string } {
  const all = page.querySelectorAll(`input[data-calendar][name="${name}"]`);
  const field = all.find((each) => each.hasAttribute('aria-invalid')) ?? all[0];
  const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return {
    value: field?.getAttribute('value') ?? '',
    isFaulty: field?.getAttribute('aria-invalid') === 'true',
    beside: ids.map((id) => page.querySelector(`#${id}`)?.textContent ?? '').join(' '),
  };
}

const RUBBISH = 'kapan-kapan';
const HOW_IT_IS_WRITTEN = /Tulis (?:tanggal|bulan|jam) seperti/;

/** Whatever does not end or move what the others need; of the booking's buttons the one that sends. */
function pressOf({ form }: Use): PageForm['buttons'][number] | undefined {
  const said = ({ pair }: PageForm['buttons'][number]): string => pair?.[1] ?? '';
  const wanted = ['hitung', 'kirim', 'tindak', 'simpan'];
  const [storing] = form.buttons.filter((button) => said(button) !== 'periksa');
  return form.buttons.find((button) => wanted.includes(said(button))) ?? storing ?? form.buttons[0];
}

describe('What cannot be read', () => {
  test('is refused beside its field in each form, with the words that were typed', async () => {
    const wrong: Record<string, unknown> = {};
    let tried = 0;
    for (const use of uses.filter(({ form }) => form.method === 'post')) {
      for (const name of new Set(use.fields.map((field) => field.name))) {
        const { sent } = fill(use.form, 13);
        sent[name] = Array.isArray(sent[name]) ? sent[name].map(() => RUBBISH) : RUBBISH;
        if ('waktu' in sent) sent['waktu'] = 'sendiri';
        const button = pressOf(use);
        if (button?.pair) sent[button.pair[0]] = button.pair[1];
        const post = request(app.server)
          .post((button?.action ?? use.form.action).replace(/#.*/, ''))
          .set('accept', 'text/html')
          .set(of(use.page.by));
        const answer = await attach(post, use.form, sent);
        const { value, isFaulty, beside } = shown(parse(answer.text), name);
        const isRight = value === RUBBISH && isFaulty && HOW_IT_IS_WRITTEN.test(beside);
        tried++;
        if (!isRight) wrong[`${use.name}: ${name}`] = [answer.status, value, isFaulty, beside];
      }
    }
    expect(wrong).toEqual({});
    expect(tried).toBeGreaterThan(20);
  }, 60_000);

  test('is told beside its field in each filter, which says what it shows instead', async () => {
    const wrong: Record<string, unknown> = {};
    for (const use of uses.filter(({ form }) => form.method === 'get')) {
      for (const name of use.fields.map((field) => field.name)) {
        const path = `${use.form.action}?${name}=${encodeURIComponent(RUBBISH)}`;
        const page = parse(await get(path, use.page.by));
        const { value, isFaulty, beside } = shown(page, name);
        const says = page.querySelector('.alert-warning')?.textContent ?? '';
        const isRight = value === RUBBISH && isFaulty && HOW_IT_IS_WRITTEN.test(beside);
        if (!isRight || !/“kapan-kapan” belum dapat dipakai. Yang tampil: /.test(says)) {
          wrong[`${use.name}: ${name}`] = [value, isFaulty, beside, says];
        }
      }
    }
    expect(wrong).toEqual({});
  });

  test('is told where a link names no month', async () => {
    const page = parse(await get('/kalender?bulan=kapan-kapan', 'host'));
    expect(page.querySelector('.alert-warning')?.textContent).toBe(
      '“kapan-kapan” belum dapat dipakai. Yang tampil: Oktober 2025.',
    );
  });

  test('puts no other period into a file', async () => {
    const paths = ['unduh.xlsx', 'unduh.csv', 'laporan.pdf', 'laporan.docx'];
    for (const path of paths) {
      const asked = (query: string) =>
        request(app.server).get(`/sinergi/${path}?${query}`).set(of('regional'));
      await asked('dari=kapan-kapan').expect(422);
      await asked('dari=Oktober+2025&sampai=10/2025').expect(200);
    }
  });

  test('nor a period that is longer than is shown', async () => {
    const page = parse(await get('/sinergi?dari=Januari+2001&sampai=Desember+2025', 'regional'));
    expect(shown(page, 'dari')).toMatchObject({ value: 'Januari 2001', isFaulty: true });
    expect(page.querySelector('.alert-warning')?.textContent).toContain(
      'Yang tampil: Januari 2016 sampai Desember 2025.',
    );
  });
});

describe('What people type', () => {
  test.each([
    [
      '/kunjungan?tab=semua&',
      'from',
      ['2025-10-21', '21 Oktober 2025', '21 okt', '21/10/2025', 'besok'],
      'host',
    ],
    ['/tindak-lanjut?', 'dari', ['2025-10-21', 'Selasa, 21 Okt 2025', '21.10.2025', 'besok'], 'host'],
    ['/sinergi?', 'dari', ['2025-10', 'Oktober 2025', 'okt 2025', '10/2025', 'bulan ini'], 'regional'],
  ] as const)('in the filter %s%s asks for the same as a link does', async (path, name, ways, by) => {
    const asked = async (way: string): Promise<string> => {
      const page = parse(await get(`${path}${name}=${encodeURIComponent(way)}`, by));
      expect([way, shown(page, name).isFaulty]).toEqual([way, false]);
      return [shown(page, name).value, page.querySelector('main')?.textContent].join('\n');
    };
    const [link = '', ...typed] = ways;
    const expected = await asked(link);
    for (const way of typed) expect([way, await asked(way)]).toEqual([way, expected]);
  });

  test('is read by the zone of its field, and another zone is refused', async () => {
    const use = uses.find(({ name }) => name.includes('/langkah/propose'));
    if (!use) throw new Error('no visit offers another time');
    const send = (times: object) =>
      request(app.server)
        .post(use.form.action)
        .set('accept', 'text/html')
        .set(of(use.page.by))
        .type('form')
        .send({ ...Object.fromEntries(use.form.hidden), reason: 'Upacara', ...times });
    const refused = await send({ day: '20 Nov 2025', from: '09.00 WITA', to: '11' });
    expect(refused.status).toBe(422);
    expect(shown(parse(refused.text), 'from')).toMatchObject({
      value: '09.00 WITA',
      isFaulty: true,
      beside: expect.stringContaining('Jam di sini menurut WIB, bukan WITA.') as unknown,
    });
    expect(shown(parse(refused.text), 'day').value).toBe('20 November 2025');
    await send({ day: 'Kamis, 20 Nov 2025', from: '0900 wib', to: '11' }).expect(303);
    const [stored] = await app.database.query<{ startsAt: Date; endsAt: Date }>(
      `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM visit WHERE starts_at::date = '2025-11-20'
       UNION ALL
       SELECT proposed_starts_at, proposed_ends_at FROM visit WHERE proposed_starts_at::date = '2025-11-20'`,
    );
    expect(stored).toEqual({
      startsAt: new Date('2025-11-20T09:00:00+07:00'),
      endsAt: new Date('2025-11-20T11:00:00+07:00'),
    });
  });

  test('is what a program sends neither: the API takes ISO 8601 alone', async () => {
    const answer = await request(app.server)
      .get('/api/sinergi/figures?from=Oktober+2025')
      .set(of('regional'));
    const visits = await request(app.server).get('/api/visits?from=21+Oktober+2025').set(of('host'));
    expect([answer.status, visits.status]).toEqual([422, 422]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AgendaFacts } from '../src/agendas/index.js';
import {
  wib,
  session,
  welcome,
  talk,
  times,
  problem,
  pathOf,
  type ShownItem,
  AgendaBench,
} from './support/agendas.js';
import type { TestApp } from './support/app.js';
import { create, requested, step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let bench: AgendaBench;
let app: TestApp;
let guest: Header;
let host: Header;
let regional: Header;
let stranger: Header;

beforeAll(async () => {
  bench = await AgendaBench.open();
  ({ app, guest, host, regional, stranger } = bench);
});
afterAll(() => bench.close());

describe('An agenda', () => {
  test('is written by both units, read by whoever reads the visit, drafts by the two units only', async () => {
    const visit = await requested(app, guest);
    expect(await bench.shown(guest, visit)).toMatchObject({
      state: 'draft',
      version: 0,
      revision: 0,
      items: [],
    });
    const first = await bench.saved(visit, [welcome, { ...talk, note: 'Siapkan proyektor' }]);
    expect(first).toMatchObject({ state: 'draft', version: 1, allowedActions: ['edit', 'publish'] });
    expect(first.items[0]).toEqual({
      id: expect.any(String),
      startsAt: '2025-10-30T09:00:00+07:00',
      endsAt: '2025-10-30T09:30:00+07:00',
      title: 'Penerimaan tamu',
      kind: 'welcome',
      place: '',
      persons: ['Bu Ani'],
      note: '',
    });
    expect(await bench.lastLine(visit)).toMatchObject({ action: 'edit-agenda' });
    expect((await bench.shown(host, visit)).items).toEqual(first.items);
    expect(await bench.shown(regional, visit)).toMatchObject({ items: [], allowedActions: [] });
    await bench.get(stranger, visit).expect(404);
    await bench.put(stranger, visit, { items: [] }).expect(404);
    await bench.put(regional, visit, { items: [] }).expect(403);
    await bench.publish(regional, visit).expect(403);
    await bench.publish(stranger, visit).expect(404);

    await bench.publish(host, visit).expect(200);
    expect(await bench.lastLine(visit)).toMatchObject({ action: 'publish-agenda' });
    await bench.saved(visit, []);
    const seen = await bench.shown(regional, visit);
    expect(seen).toMatchObject({ state: 'published', revision: 1, publicRevision: 1 });
    expect(seen.items.map(({ title, note }) => [title, note])).toEqual([
      ['Penerimaan tamu', undefined],
      ['Paparan ketahanan pangan', undefined],
    ]);
    expect(await bench.shown(guest, visit)).toMatchObject({ state: 'draft', items: [] });
    const facts = await app.app.get(AgendaFacts).published(visit.id);
    expect(facts.map(({ title }) => title)).toEqual(['Penerimaan tamu', 'Paparan ketahanan pangan']);
  });

  test('of a draft is the guest’s alone, and nobody changes that of a visit that came to nothing', async () => {
    const visit = await create(app, guest);
    await bench.saved(visit, [welcome]);
    await bench.get(host, visit).expect(404);
    await bench.put(host, visit, { items: [] }).expect(404);
    await step(app, guest, await bench.visit(visit), 'withdraw');
    await bench.put(guest, visit, { items: [] }).expect(403);
    await bench.publish(guest, visit).expect(403);
    expect((await bench.shown(guest, visit)).allowedActions).toEqual([]);
  });

  test('is replaced whole; a session keeps its id when it is sent with it', async () => {
    const visit = await requested(app, guest);
    const [first, second] = (await bench.saved(visit, [welcome, talk])).items as [ShownItem, ShownItem];
    const next = await bench.saved(visit, [
      { ...talk, id: second.id.toUpperCase(), startsAt: wib('10:00'), place: ' Aula Utama ' },
      welcome,
    ]);
    expect(next.items.map(({ id }) => id === second.id)).toEqual([true, false]);
    expect(next.items[1]?.id).not.toBe(first.id);
    expect(next.items[0]).toMatchObject({ startsAt: '2025-10-30T10:00:00+07:00', place: 'Aula Utama' });
    const stored = await app.database.query('SELECT 1 FROM agenda_item WHERE visit_id = $1', [visit.id]);
    expect(stored).toHaveLength(2);
  });

  test('a stale version is refused with what stands, and nothing is written', async () => {
    const visit = await requested(app, guest);
    await bench.put(guest, visit, { version: 0, items: [welcome] }).expect(200);
    const stale = await bench.put(host, visit, { version: 0, items: [talk] }).expect(409);
    expect(problem(stale)).toMatchObject({
      code: 'agenda-stale',
      current: { version: 1, state: 'draft', revision: 0 },
    });
    await bench.publish(host, visit, { version: 0 }).expect(409);
    expect((await bench.shown(host, visit)).items.map(({ title }) => title)).toEqual(['Penerimaan tamu']);
    await bench.put(host, visit, { version: 1, items: [talk] }).expect(200);
  });

  test('of two savers with one version, one wins', async () => {
    const visit = await requested(app, guest);
    const answers = await Promise.all(
      [guest, host, guest, host].map((by) => bench.put(by, visit, { version: 0, items: [welcome] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test('every clash is named at once, at its field', async () => {
    const visit = await requested(app, guest);
    const other = await requested(app, guest);
    const [foreign] = (await bench.saved(other, [welcome])).items as [ShownItem];
    const answer = await bench
      .put(guest, visit, {
        items: [
          session('09:00', '10:00', 'Satu', { place: 'Aula' }),
          session('09:30', '10:30', 'Dua', { place: ' aula' }),
          session('11:00', '11:00', 'Tiga'),
          session('08:00', '09:00', 'Empat'),
          session('11:30', '12:01', 'Lima'),
          session('10:30', '11:00', 'Enam', { id: foreign.id }),
        ],
      })
      .expect(422);
    expect(problem(answer).code).toBe('agenda-unsound');
    expect(problem(answer).errors).toEqual([
      { field: 'items.5.id', message: 'bukan sesi dari susunan acara ini' },
      {
        field: 'items.1.startsAt',
        message: 'bertumpukan dengan sesi ke-1 (“Satu”) di tempat yang sama',
      },
      { field: 'items.2.endsAt', message: 'harus sesudah waktu mulai sesi' },
      {
        field: 'items.3.startsAt',
        message: 'harus di dalam waktu kunjungan (Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB)',
      },
      {
        field: 'items.4.endsAt',
        message: 'harus di dalam waktu kunjungan (Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB)',
      },
    ]);
    expect((await bench.shown(guest, visit)).version).toBe(0);
    expect((await bench.shown(guest, other)).items).toHaveLength(1);
  });

  test('parallel tracks in different places are fine', async () => {
    const visit = await requested(app, guest);
    await bench.saved(visit, [talk, { ...talk, place: 'Kebun' }, { ...talk, place: '' }]);
  });

  test('bad input is a clear 4xx, and nothing is written', async () => {
    const visit = await requested(app, guest);
    const bodies: [unknown, string][] = [
      [{}, 'items'],
      [{ items: 'x' }, 'items'],
      [{ items: { 0: welcome } }, 'items'],
      [{ items: [null] }, 'items'],
      [{ items: ['x'] }, 'items'],
      [{ items: [[welcome]] }, 'items'],
      [{ items: Array(101).fill(welcome) }, 'items'],
      [{ items: [welcome], more: 1 }, 'more'],
      [{ items: [{ ...welcome, more: 1 }] }, 'items.0.more'],
      [{ items: [welcome], version: 'x' }, 'version'],
      [{ items: [welcome], version: 1.5 }, 'version'],
      [{ items: [welcome], version: 1e300 }, 'version'],
      [{ items: [{ ...welcome, startsAt: '2025-10-30T09:00:00' }] }, 'items.0.startsAt'],
      [{ items: [{ ...welcome, startsAt: '2025-10-30T09:00:00+24:00' }] }, 'items.0.startsAt'],
      [{ items: [{ ...welcome, startsAt: '2025-02-30T09:00:00+07:00' }] }, 'items.0.startsAt'],
      [{ items: [{ ...welcome, endsAt: 5 }] }, 'items.0.endsAt'],
      [{ items: [{ ...welcome, title: ' ' }] }, 'items.0.title'],
      [{ items: [{ ...welcome, title: 'a\u0000b' }] }, 'items.0.title'],
      [{ items: [{ ...welcome, title: 'a'.repeat(201) }] }, 'items.0.title'],
      [{ items: [{ ...welcome, kind: 'party' }] }, 'items.0.kind'],
      [{ items: [{ ...welcome, place: 5 }] }, 'items.0.place'],
      [{ items: [{ ...welcome, persons: 'Ani' }] }, 'items.0.persons'],
      [{ items: [{ ...welcome, persons: [' '] }] }, 'items.0.persons'],
      [{ items: [{ ...welcome, persons: [null] }] }, 'items.0.persons'],
      [{ items: [{ ...welcome, persons: Array(21).fill('Ani') }] }, 'items.0.persons'],
      [{ items: [{ ...welcome, id: 'x' }] }, 'items.0.id'],
      [{ items: [welcome, { ...talk, title: undefined }] }, 'items.1.title'],
    ];
    for (const [body, field] of bodies) {
      const answer = await bench.put(guest, visit, body);
      expect([answer.status, problem(answer).code, JSON.stringify(body).slice(0, 90)]).toEqual([
        422,
        'validation-failed',
        JSON.stringify(body).slice(0, 90),
      ]);
      expect(problem(answer).errors.map((fault) => fault.field)).toContain(field);
    }
    const nowhere = { id: '0199aaaa-0000-7000-8000-000000000000' };
    await bench.put(guest, nowhere, { items: [] }).expect(404);
    await bench.get(guest, nowhere).expect(404);
    await bench.get(guest, { id: 'x' }).expect(400);
    await request(app.server).get(pathOf(visit)).expect(401);
    const broken = request(app.server).put(pathOf(visit)).set(guest).type('json');
    await broken.send('{"items":').expect(400);
    const far = { ...welcome, startsAt: '9999-12-31T23:59:59-23:59', endsAt: '0000-01-01T00:00Z' };
    await bench.put(guest, visit, { items: [far] }).expect(422);
    expect((await bench.shown(guest, visit)).version).toBe(0);
  });
});

describe('A template', () => {
  test('is listed, and fills the visit’s time around the host’s break', async () => {
    const list = await api(app).get('/api/agenda-templates', { as: guest }).expect(200);
    const { items } = list.body;
    expect(items.map(({ code, sessions }) => [code, sessions.length])).toEqual([
      ['half-day', 8],
      ['full-day', 11],
    ]);

    const visit = await requested(app, guest, {
      startsAt: wib('08:00', '2025-10-29'),
      endsAt: wib('16:00', '2025-10-29'),
    });
    await bench.fromTemplate(guest, visit, { template: 'full-day' }).expect(200);
    const agenda = await bench.shown(host, visit);
    expect(agenda.items).toHaveLength(11);
    expect(times(agenda).at(0)?.[0]).toBe('2025-10-29T08:00:00+07:00');
    expect(times(agenda).at(-1)?.[1]).toBe('2025-10-29T16:00:00+07:00');
    expect(times(agenda)).toContainEqual(['2025-10-29T12:00:00+07:00', '2025-10-29T13:00:00+07:00']);

    const again = await bench.fromTemplate(guest, visit, { template: 'half-day', version: 0 }).expect(409);
    expect(problem(again).code).toBe('agenda-stale');
    await bench.fromTemplate(guest, visit, { template: 'half-day', version: 1 }).expect(200);
    for (const template of ['x', 5, undefined, 'toString']) {
      await bench.fromTemplate(guest, visit, { template }).expect(422);
    }
    await bench.fromTemplate(regional, visit, { template: 'half-day', version: 2 }).expect(403);
    await bench.fromTemplate(stranger, visit, { template: 'half-day' }).expect(404);
  });
});

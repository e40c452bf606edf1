import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AgendaFacts } from '../src/agendas/index.js';
import { wib, welcome, talk, times, AgendaBench } from './support/agendas.js';
import type { TestApp } from './support/app.js';
import { confirmed, create, requested, step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let bench: AgendaBench;
let app: TestApp;
let guest: Header;
let host: Header;
let regional: Header;

beforeAll(async () => {
  bench = await AgendaBench.open();
  ({ app, guest, host, regional } = bench);
});
afterAll(() => bench.close());

describe('When the visit moves', () => {
  test('its agenda moves along, is published anew by itself and mails the new times', async () => {
    const { visit, agenda } = await bench.withPublished();
    await bench.move(visit, wib('08:00', '2025-11-04'), wib('11:30', '2025-11-04'));
    const moved = await bench.shown(guest, visit);
    expect(moved).toMatchObject({ state: 'published', revision: 2, publicRevision: 2 });
    expect(moved.items.map(({ id }) => id)).toEqual(agenda.items.map(({ id }) => id));
    expect(times(moved)).toEqual([
      ['2025-11-04T08:00:00+07:00', '2025-11-04T08:30:00+07:00'],
      ['2025-11-04T08:30:00+07:00', '2025-11-04T09:30:00+07:00'],
      ['2025-11-04T09:30:00+07:00', '2025-11-04T11:00:00+07:00'],
    ]);
    expect(await bench.lastLine(visit)).toMatchObject({
      action: 'accept',
      reason: 'Susunan acara ikut bergeser.',
    });
    await app.settle();
    const mail = (await bench.mails(visit)).at(2);
    expect(mail?.text).toContain('Waktu: Selasa, 4 November 2025, pukul 08.00–11.30 WIB');
    expect(mail?.text).toContain(
      '- 08.00–08.30 WIB: Penerimaan tamu\n  Semula: Kamis, 30 Oktober 2025, pukul 09.00–09.30 WIB',
    );
    expect(await bench.mails(visit)).toHaveLength(4);
  });

  test('a shorter time cuts and removes what does not fit, which is a draft until somebody looks', async () => {
    const { visit } = await bench.withPublished();
    await bench.move(visit, wib('09:00', '2025-11-05'), wib('10:00', '2025-11-05'));
    const moved = await bench.shown(guest, visit);
    expect(moved).toMatchObject({ state: 'draft', revision: 1, publicRevision: null });
    expect(times(moved)).toEqual([
      ['2025-11-05T09:00:00+07:00', '2025-11-05T09:30:00+07:00'],
      ['2025-11-05T09:30:00+07:00', '2025-11-05T10:00:00+07:00'],
    ]);
    expect((await bench.lastLine(visit))?.reason).toBe(
      'Susunan acara ikut bergeser. ' +
        'Sesi yang dipendekkan karena melewati waktu kunjungan: “Paparan ketahanan pangan”. ' +
        'Sesi yang dihapus karena di luar waktu kunjungan: “Peninjauan kebun”. ' +
        'Susunan acara perlu diperiksa dan diterbitkan kembali.',
    );
    expect((await bench.shown(regional, visit)).items).toEqual([]);
    expect(await app.app.get(AgendaFacts).published(visit.id)).toEqual([]);
    await app.settle();
    expect(await bench.mails(visit)).toHaveLength(2);

    await bench.publish(host, visit).expect(200);
    await app.settle();
    const mail = (await bench.mails(visit)).at(2);
    expect(mail?.text).toContain('Sesi yang ditiadakan:\n- Kamis, 30 Oktober 2025, pukul 10.30–12.00 WIB');
    expect(mail?.text).toContain('Penerimaan tamu\n  Semula: Kamis, 30 Oktober 2025');
  });

  test('before it is confirmed, or while it is a draft, its agenda moves too', async () => {
    const visit = await requested(app, guest);
    await bench.saved(visit, [welcome]);
    const offer = { startsAt: wib('13:00'), endsAt: wib('15:00') };
    await step(app, host, await bench.visit(visit), 'propose', offer);
    await step(app, guest, await bench.visit(visit), 'accept');
    expect(times(await bench.shown(guest, visit))).toEqual([
      ['2025-10-30T13:00:00+07:00', '2025-10-30T13:30:00+07:00'],
    ]);

    const draft = await create(app, guest);
    await bench.saved(draft, [talk]);
    const { version } = await bench.visit(draft);
    const change = { version, startsAt: wib('10:00'), endsAt: wib('11:00') };
    await api(app)
      .patch('/api/visits/{id}', { as: guest, path: { id: draft.id }, body: change })
      .expect(200);
    expect(times(await bench.shown(guest, draft))).toEqual([
      ['2025-10-30T10:30:00+07:00', '2025-10-30T11:00:00+07:00'],
    ]);
    expect(await bench.lastLine(draft)).toMatchObject({
      action: 'edit',
      reason: expect.stringContaining('dipendekkan'),
    });
  });

  test('a session saved at the same moment never ends up outside', async () => {
    for (let i = 0; i < 4; i++) {
      const visit = await confirmed(app, guest, host);
      const moved = { reason: 'Apel', startsAt: wib('13:00'), endsAt: wib('15:00') };
      const offered = await step(app, guest, visit, 'reschedule', moved);
      const accept = request(app.server).post(`/api/visits/${visit.id}/accept`).set(host);
      const [save] = await Promise.all([
        bench.put(guest, visit, { items: [welcome] }),
        accept.send({ version: offered.version }),
      ]);
      expect([200, 422]).toContain(save.status);
    }
    const outside = await app.database.query(
      `SELECT 1 FROM agenda_item i JOIN visit v ON v.id = i.visit_id
       WHERE i.starts_at < v.starts_at OR i.ends_at > v.ends_at`,
    );
    expect(outside).toEqual([]);
  });
});

describe('The schema alone', () => {
  const broken = (constraint: string) => ({ driverError: { constraint } });

  async function visitWithAgenda(): Promise<string> {
    const visit = await requested(app, guest);
    await bench.saved(visit, [{ ...talk, place: 'Aula' }]);
    return visit.id;
  }
  const insert = (id: string, from: string, to: string, place: string) =>
    app.database.query(
      `INSERT INTO agenda_item (id, visit_id, position, starts_at, ends_at, title, kind, place, persons, note)
       VALUES (gen_random_uuid(), $1, 9, $2, $3, 'Sesi', 'photo', $4, '{}', '')`,
      [id, wib(from), wib(to), place],
    );

  test('refuses sessions that end before they start, overlap in a place, or lie outside the visit', async () => {
    const id = await visitWithAgenda();
    await expect(insert(id, '11:00', '11:00', '')).rejects.toMatchObject(broken('agenda_item_times_check'));
    await expect(insert(id, '11:00', '10:50', '')).rejects.toMatchObject(broken('agenda_item_times_check'));
    await expect(insert(id, '10:00', '11:00', ' AULA ')).rejects.toMatchObject(
      broken('agenda_item_one_place_excl'),
    );
    await expect(insert(id, '11:30', '12:01', '')).rejects.toMatchObject(broken('agenda_item_inside_visit'));
    await insert(id, '10:30', '12:00', 'Aula');
  });

  test('refuses a visit that moves away from its sessions, at the end of the transaction', async () => {
    const id = await visitWithAgenda();
    const away = () =>
      app.database.query(`UPDATE visit SET starts_at = starts_at + interval '1 hour' WHERE id = $1`, [id]);
    await expect(away()).rejects.toMatchObject(broken('agenda_item_inside_visit'));
    await expect(app.database.transaction(away)).rejects.toMatchObject(broken('agenda_item_inside_visit'));
    await app.database.transaction(async () => {
      await away();
      await app.database.query(
        `UPDATE agenda_item SET starts_at = starts_at + interval '50 minutes' WHERE visit_id = $1`,
        [id],
      );
    });
  });

  test('refuses the later of a session and a move that do not see each other', async () => {
    const id = await visitWithAgenda();
    const gate = () => {
      let open = () => {};
      const passed = new Promise<void>((resolve) => (open = resolve));
      return { open, passed };
    };
    const [inserted, moved] = [gate(), gate()];
    const inserting = app.database.transaction(async () => {
      await insert(id, '11:30', '12:00', '');
      inserted.open();
      await moved.passed;
    });
    await inserted.passed;
    await app.database.transaction(() =>
      app.database.query(`UPDATE visit SET ends_at = ends_at - interval '15 minutes' WHERE id = $1`, [id]),
    );
    moved.open();
    await expect(inserting).rejects.toMatchObject(broken('agenda_item_inside_visit'));
  });

  test('a published agenda shows its last revision', async () => {
    const id = await visitWithAgenda();
    const claim = app.database.query(`UPDATE agenda SET state = 'published' WHERE visit_id = $1`, [id]);
    await expect(claim).rejects.toMatchObject(broken('agenda_published_check'));
  });
});

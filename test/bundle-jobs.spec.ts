import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { unzipped, wronglySummed } from './support/bundle-files.js';
import { BundleScene } from './support/bundle-scene.js';
import type { LetterScene } from './support/letter-scene.js';
import { freePort, startProcess } from './support/processes.js';

let bundles: BundleScene;
let letters: LetterScene;
beforeAll(async () => {
  bundles = await BundleScene.start();
  ({ letters } = bundles);
});
afterAll(() => bundles.app.close());

describe('a bundle that is being made', () => {
  test('is the only one of its office, shows how far it is by itself, and can be called off', async () => {
    const { guest, host } = letters.people;
    await letters.newVisit();
    await letters.added(guest);
    const { body } = await bundles.asked(guest).expect(201);
    expect(body).toMatchObject({ state: 'asked', parts: 0, zipSize: null });
    const again = await bundles.asked(guest).expect(409);
    expect(again.body).toMatchObject({ code: 'bundle-under-way' });
    await bundles.asked(host).expect(201);
    await request(bundles.app.server).get(`/api/bundles/${body.id}/zip`).set(guest).expect(409);
    await bundles.begun(body.id);
    const path = `/kunjungan/${letters.visit.id}/bundel`;
    const progress = await bundles.page(guest, path).expect(200);
    expect(progress.headers['refresh']).toBe('3');
    expect(progress.text).toContain('0 dari 3 berkas');
    await request(bundles.app.server)
      .post(`${path}/${body.id}/hapus`)
      .set(guest)
      .set('accept', 'text/html')
      .type('form')
      .send({})
      .expect(303);
    await bundles.app.settle();
    const after = await bundles.page(guest, path).expect(200);
    expect(after.headers['refresh']).toBeUndefined();
    expect(after.text).toContain('Belum ada bundel');
  });

  test('whose worker is killed goes on where it stopped', async () => {
    const { guest } = letters.people;
    await letters.newVisit();
    for (let n = 0; n < 20; n++) await letters.added(guest);
    const { body } = await bundles.asked(guest).expect(201);
    const worker = async () =>
      startProcess('worker.js', {
        ...{
          DATABASE_URL: bundles.app.databaseUrl,
          DATA_DIR: bundles.app.dataFolder,
          PORT: String(await freePort()),
        },
        MAIL_FROM: 'Sambang <sambang@sambang.test>',
      });
    const done = () =>
      bundles.app.database.query<{ number: number; row: string }>(
        `SELECT number, xmin::text AS row FROM bundle_part WHERE bundle_id = $1 AND state = 'done' ORDER BY number`,
        [body.id],
      );
    const until = async (enough: () => Promise<boolean>) => {
      for (let waited = 0; waited < 90_000 && !(await enough()); waited += 100) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const first = await worker();
    await until(async () => (await done()).length >= 5);
    await first.killGroup();
    const before = await done();
    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(before.length).toBeLessThan(41);
    const second = await worker();
    await until(async () => (await bundles.shown(guest, body.id)).state === 'ready');
    await second.stop();
    const after = await done();
    expect(after).toHaveLength(41);
    expect(after.slice(0, before.length)).toEqual(before);
    const files = unzipped(await bundles.bytes(guest, `/api/bundles/${body.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    expect(files.size).toBe(42);
    expect(await bundles.looks()).toEqual(['Agus', 'Sari']);
  }, 240_000);
});

describe('what was kept long enough', () => {
  test('is removed with its files, and files without a bundle too', async () => {
    const { guest } = letters.people;
    await letters.newVisit();
    const bundle = await bundles.made(guest);
    await rm(join(bundles.app.dataFolder, 'bundles', bundle.id, 'bundel-1.pdf'));
    await request(bundles.app.server).get(`/api/bundles/${bundle.id}/pdf`).set(guest).expect(410);
    await bundles.app.database.query(
      `UPDATE bundle SET asked_at = asked_at - interval '15 days' WHERE id = $1`,
      [bundle.id],
    );
    await bundles.app.settle();
    await api(bundles.app)
      .get('/api/bundles/{id}', { as: guest, path: { id: bundle.id } })
      .expect(404);
    const stray = await bundles.made(guest);
    await bundles.app.database.query('DELETE FROM bundle WHERE id = $1', [stray.id]);
    await bundles.app.settle();
    expect(await readdir(join(bundles.app.dataFolder, 'bundles'))).not.toContain(stray.id);
  });
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { freePort, startProcess, type RunningProcess } from './support/processes.js';

let folder: string;
let port: number;
let running: RunningProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-data-'));
  port = await freePort();
});
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = async (): Promise<string> => {
  running = startProcess('main.js', { DATA_DIR: folder, PORT: String(port) });
  await running.printed(/Sambang: http/);
  return running.printed(/http:\S+\/sandi\/\S+/).catch(() => '');
};

test('a server on empty data makes its administrator, and loses nothing when it is killed', async () => {
  const link = await start();
  const site = () => request(`http://127.0.0.1:${port}`);
  const token = link.split('/').at(-1) ?? '';
  const account = { email: 'admin@pusat.test', password: 'kata-sandi-yang-panjang' };
  await site()
    .post(`/api/password-links/${token}`)
    .send({ ...account, name: 'Administrator' })
    .expect((answer) => {
      expect(answer.status).toBeLessThan(300);
    });
  await running?.kill();

  running = startProcess('main.js', { DATA_DIR: folder, PORT: String(port) });
  await running.printed(/Sambang: http/);
  const session = await site().post('/api/session').send(account).expect(201);
  const { token: bearer } = session.body as { token: string };
  const units = await site()
    .get('/api/units?query=purwokerto')
    .set('authorization', `Bearer ${bearer}`)
    .expect(200);
  expect((units.body as { items: unknown[] }).items).toHaveLength(3);

  expect(await running.stop()).toBe(0);
  running = undefined;
  const database = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('postmaster.pid'),
  );
  expect(database).toEqual([]);
}, 300_000);

import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Outbox } from '../src/platform/mail/outbox.js';
import { startApp, type TestApp } from './support/app.js';
import { startProcess, type RunningProcess } from './support/processes.js';

const MAILS = 24;
/** Mails that a process has sent and not marked at most: one a connection, and as many that wait for one mark. */
const ON_THEIR_WAY = 10;

let app: TestApp;
let smtp: SMTPServer;
/** Message-IDs of the mails that the server said yes to, in order. */
let accepted: string[] = [];
/** How long the server takes over each mail; a promise that never ends stalls it. */
let takeTime: () => Promise<void>;

beforeAll(async () => {
  app = await startApp();
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        void takeTime().then(() => {
          accepted.push(/^Message-ID: (\S+)/im.exec(text)?.[1] ?? '');
          done();
        });
      });
    },
  });
  // A killed client leaves a broken socket behind.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => {
    smtp.close(resolve);
  });
  await app.close();
});
beforeEach(async () => {
  accepted = [];
  await app.database.query('DELETE FROM mail');
});

function settings(): Record<string, string> {
  const { port } = smtp.server.address() as AddressInfo;
  return { DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataFolder, SMTP_URL: `smtp://127.0.0.1:${port}` };
}

async function postMails(): Promise<void> {
  await app.database.transaction(async () => {
    for (let i = 1; i <= MAILS; i++) {
      await app.app.get(Outbox).post({
        key: `uji:${i}`,
        stream: null,
        to: { name: 'Sari', email: `sari${i}@contoh.test` },
        subject: `Surat ${i}`,
        text: 'Isi',
        html: '<p>Isi</p>',
      });
    }
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  // A claim of a process that was killed holds for another twenty seconds.
  for (let waited = 0; waited < 100_000; waited += 20) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it never came to that; ${accepted.length} mails arrived`);
}

const queued = async (): Promise<number> => {
  const [row] = await app.database.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM mail WHERE state <> 'sent'`,
  );
  return row?.left ?? 0;
};
const messageIds = async (): Promise<string[]> => {
  const rows = await app.database.query<{ id: string }>(
    'SELECT message_id AS id FROM mail ORDER BY position',
  );
  return rows.map(({ id }) => id);
};
const worker = (): RunningProcess => startProcess('worker.js', settings());
const soon = () => Promise.resolve();

describe('a worker that is killed', () => {
  test('between commit and send loses and doubles no mail', async () => {
    let stalled = false;
    takeTime = () => {
      if (accepted.length < 5) return soon();
      stalled = true;
      // The server has the mail and has not said yes: whoever sent it does not know.
      return new Promise(() => undefined);
    };
    await postMails();
    const first = worker();
    await until(async () => stalled && (await queued()) === MAILS - 5);
    await first.kill();
    expect(accepted).toHaveLength(5);
    takeTime = soon;
    const second = worker();
    await until(async () => (await queued()) === 0);
    expect(await second.stop()).toBe(0);
    expect(accepted.toSorted()).toEqual((await messageIds()).toSorted());
  }, 120_000);

  test('at any moment loses none; those that were on their way come again under the same Message-IDs', async () => {
    takeTime = () => new Promise((resolve) => setTimeout(resolve, 15));
    await postMails();
    const kills = 3;
    for (let i = 1; i <= kills; i++) {
      const running = worker();
      await until(() => accepted.length >= i * 4);
      await running.kill();
    }
    const last = worker();
    await until(async () => (await queued()) === 0);
    await last.stop();
    expect([...new Set(accepted)].toSorted()).toEqual((await messageIds()).toSorted());
    expect(accepted.length - MAILS).toBeLessThanOrEqual(kills * ON_THEIR_WAY);
  }, 240_000);
});

test('a server with JOBS=off sends nothing, a worker beside it does', async () => {
  takeTime = soon;
  const server = startProcess('main.js', { ...settings(), JOBS: 'off', PORT: '0' });
  await server.printed(/Sambang: http/);
  await postMails();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(accepted).toEqual([]);
  const running = worker();
  await until(async () => (await queued()) === 0);
  expect(accepted).toHaveLength(MAILS);
  await running.stop();
  await server.stop();
}, 60_000);

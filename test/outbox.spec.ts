import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { simpleParser } from 'mailparser';
import { readEnvironment } from '../config/environment.js';
import { SettableClock } from '../src/platform/clock/clock.js';
import { Database } from '../src/platform/database/database.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { MailTransport } from '../src/platform/mail/mail-transport.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import type { OutgoingMail, StoredMail } from '../src/platform/mail/outgoing-mail.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { createDatabase } from './support/database.js';

let folder: string;
let stored: Awaited<ReturnType<typeof createDatabase>>;
let app: INestApplicationContext;
let database: Database;
let outbox: Outbox;
const clock = new SettableClock(new Date('2025-10-20T01:00:00Z'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-outbox-'));
  stored = await createDatabase();
  const environment = readEnvironment({ DATA_DIR: folder });
  app = await NestFactory.createApplicationContext(
    PlatformModule.with({ environment, databaseUrl: stored.url, clock }),
    { logger: ['error'] },
  );
  await app.get(JobQueue).open();
  database = app.get(Database);
  outbox = app.get(Outbox);
});
afterAll(async () => {
  await app.close();
  await stored.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.query('DELETE FROM mail');
  await rm(join(folder, 'mails'), { recursive: true, force: true });
});

const mail = (key: string, over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  key,
  stream: 'kunjungan-1',
  to: { name: 'Siti', email: 'siti@contoh.test' },
  subject: `Surat ${key}`,
  text: 'Isi surat',
  html: '<p>Isi surat</p>',
  ...over,
});

const settle = (): Promise<void> => app.get(JobQueue).settle();

async function keptSubjects(): Promise<(string | undefined)[]> {
  const names = (await readdir(join(folder, 'mails')).catch(() => [])).sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  const parsed = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(join(folder, 'mails', name)))),
  );
  return parsed.map(({ subject }) => subject);
}

const states = (): Promise<{ key: string; state: string; tries: number }[]> =>
  database.query('SELECT key, state, tries FROM mail ORDER BY position');

describe('The outbox', () => {
  test('keeps the files of a mail until it is sent with them', async () => {
    const content = Buffer.from([0, 1, 254, 255]);
    const file = { filename: 'laporan.pdf', contentType: 'application/pdf', content };
    await outbox.post(mail('laporan', { attachments: [file] }));
    await settle();
    const [name = ''] = await readdir(join(folder, 'mails'));
    const { attachments } = await simpleParser(await readFile(join(folder, 'mails', name)));
    expect(attachments).toMatchObject([{ filename: 'laporan.pdf', contentType: 'application/pdf', content }]);
  });

  test('sends what was committed, in order, and each key once', async () => {
    await outbox.post(mail('a'));
    await outbox.post(mail('b'));
    await outbox.post(mail('a'));
    await settle();
    expect(await keptSubjects()).toEqual(['Surat a', 'Surat b']);
    await settle();
    expect(await states()).toEqual([
      { key: 'a', state: 'sent', tries: 1 },
      { key: 'b', state: 'sent', tries: 1 },
    ]);
  });

  test('keeps neither mail nor job of a transaction that failed', async () => {
    const broken = database.transaction(async () => {
      await outbox.post(mail('lost'));
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await states()).toEqual([]);
    const [jobs] = await database.query<{ count: string }>(
      `SELECT count(*) FROM pgboss.job WHERE name = 'mail.deliver' AND state = 'created'`,
    );
    expect(jobs?.count).toBe('0');
  });

  test('a mail that fails waits, holds back its own stream, and lets others pass', async () => {
    const transport = app.get(MailTransport);
    const send = transport.send.bind(transport);
    let refuses = true;
    transport.send = (one: StoredMail): Promise<void> =>
      refuses && one.subject === 'Surat first'
        ? Promise.reject(Object.assign(new Error('try later'), { responseCode: 451, command: 'RCPT TO' }))
        : send(one);
    try {
      await outbox.post(mail('first'));
      await outbox.post(mail('second'));
      await outbox.post(mail('other', { stream: 'kunjungan-2' }));
      await settle();
      expect(await keptSubjects()).toEqual(['Surat other']);

      refuses = false;
      clock.advance(60_000);
      await settle();
      expect(await keptSubjects()).toEqual(['Surat first', 'Surat second', 'Surat other']);
      expect((await states()).map(({ tries }) => tries)).toEqual([2, 1, 1]);
    } finally {
      transport.send = send;
    }
  });
});

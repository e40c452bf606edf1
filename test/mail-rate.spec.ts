import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SMTPServer } from 'smtp-server';
import { readEnvironment } from '../config/environment.js';
import { SettableClock } from '../src/platform/clock/clock.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { createDatabase } from './support/database.js';

const received: string[] = [];
let connections = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onConnect(_session, callback) {
    connections++;
    callback();
  },
  onData(stream, session, callback) {
    stream.resume().on('end', () => {
      received.push(session.envelope.rcptTo[0]?.address ?? '');
      callback();
    });
  },
});

let stored: Awaited<ReturnType<typeof createDatabase>>;
let app: INestApplicationContext;
const clock = new SettableClock(new Date('2025-10-20T01:00:00Z'));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stored = await createDatabase();
  const { port } = server.server.address() as AddressInfo;
  const environment = readEnvironment({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_RATE: '3' });
  app = await NestFactory.createApplicationContext(
    PlatformModule.with({ environment, databaseUrl: stored.url, clock }),
    { logger: ['error'] },
  );
  await app.get(JobQueue).open();
});
afterAll(async () => {
  await app.close();
  await stored.drop();
  await new Promise<void>((resolve) => server.close(resolve));
});

test('no domain gets more than so many mails a minute, the others do not wait, and order stays', async () => {
  const post = async (name: string, domain: string) =>
    app.get(Outbox).post({
      key: `${name}@${domain}`,
      stream: null,
      to: { name, email: `${name}@${domain}` },
      subject: 'x',
      text: 'x',
      html: '<p>x</p>',
    });
  for (const name of ['a', 'b', 'c', 'd', 'e']) await post(name, 'besar.test');
  for (const name of ['f', 'g']) await post(name, 'kecil.test');
  await app.get(JobQueue).settle();
  const first = ['a@besar.test', 'b@besar.test', 'c@besar.test', 'f@kecil.test', 'g@kecil.test'];
  expect(received.toSorted()).toEqual(first);
  clock.set(new Date('2025-10-20T01:00:30Z'));
  await app.get(JobQueue).settle();
  expect(received).toHaveLength(5);
  clock.set(new Date('2025-10-20T01:01:01Z'));
  await app.get(JobQueue).settle();
  expect(received.slice(5).toSorted()).toEqual(['d@besar.test', 'e@besar.test']);
  expect(connections).toBeLessThanOrEqual(5);
});

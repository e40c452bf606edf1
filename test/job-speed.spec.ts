import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Job, type JobHandler } from '../src/platform/jobs/job.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { createDatabase } from './support/database.js';
import { startJobProcess, until, type JobProcess } from './support/jobs.js';

/** Posts one mail, as an invitation does. */
@Job<{ person: string }>({ name: 'test.invite', key: ({ person }) => person })
class Invite implements JobHandler<{ person: string }> {
  constructor(private readonly outbox: Outbox) {}

  async handle({ person }: { person: string }): Promise<void> {
    await this.outbox.post({
      key: `test:${person}`,
      stream: null,
      to: { name: 'Sari', email: `${person}@contoh.test` },
      subject: `Undangan ${person}`,
      text: 'Undangan',
      html: '<p>Undangan</p>',
    });
  }
}

let received = 0;
let stored: Awaited<ReturnType<typeof createDatabase>>;
let web: JobProcess;
let worker: JobProcess;
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _, done) {
    stream.resume();
    stream.on('end', () => {
      received++;
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  stored = await createDatabase();
  const settings = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_RATE: '0' };
  web = await startJobProcess(stored.url, [Invite], settings);
  worker = await startJobProcess(stored.url, [Invite], settings);
  await worker.queue.work();
});
afterAll(async () => {
  await worker.app.close();
  await web.app.close();
  await stored.drop();
  await new Promise<void>((resolve) => {
    smtp.close(resolve);
  });
});
beforeEach(() => {
  received = 0;
});

test('a job that is stored has its mail at the SMTP server within a second', async () => {
  await web.queue.send('test.invite', { person: 'hangat' });
  await until(() => received === 1);
  const started = performance.now();
  await web.queue.send('test.invite', { person: 'sari' });
  await until(() => received === 2);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('a thousand mails of jobs that were stored at once are at the SMTP server within a minute', async () => {
  const started = performance.now();
  await web.queue.sendAll(
    'test.invite',
    Array.from({ length: 1000 }, (_, i) => ({ payload: { person: `orang${i}` } })),
  );
  await until(() => received === 1000, 90_000);
  expect((performance.now() - started) / 1000).toBeLessThan(60);
}, 120_000);

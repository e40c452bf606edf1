import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnvironment } from '../../config/environment.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { DeliverMails } from '../../src/platform/mail/deliver-mails.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { createDatabase } from './database.js';
import { TestSmtp } from './smtp.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An outbox on a database of its own before a mail server that does as it is told. */
export class MailBench {
  readonly start = new Date('2025-10-17T10:00:00Z');
  readonly clock = new SettableClock(this.start);
  readonly smtp = new TestSmtp();
  app!: INestApplicationContext;
  database!: Database;
  private stored!: Awaited<ReturnType<typeof createDatabase>>;

  async open(): Promise<void> {
    await this.smtp.listen();
    this.stored = await createDatabase();
    this.app = await this.process();
    await this.app.get(JobQueue).open();
    this.database = this.app.get(Database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.smtp.close();
    await this.stored.drop();
  }

  /** Empties the outbox, and has the server take everything. */
  async reset(): Promise<void> {
    this.clock.set(this.start);
    this.smtp.received.length = 0;
    this.smtp.onRecipient = this.smtp.onSender = this.smtp.onMail = () => null;
    for (const table of ['mail', 'mail_outage', 'mail_domain_second', 'address_fault'])
      await this.database.query(`DELETE FROM ${table}`);
  }

  /** One more process on the same outbox. */
  process(url = this.smtp.url): Promise<INestApplicationContext> {
    const environment = readEnvironment({ SMTP_URL: url, MAIL_RATE: '0' });
    return NestFactory.createApplicationContext(
      PlatformModule.with({ environment, databaseUrl: this.stored.url, clock: this.clock }),
      { logger: ['error'] },
    );
  }

  post = async (emails: readonly string[], stream: string | null = null, kind = 'uji'): Promise<void> => {
    for (const [index, email] of emails.entries()) {
      await this.app.get(Outbox).post({
        key: `${kind}:${stream}:${index}`,
        stream,
        to: { name: 'Siti', email },
        subject: 'Surat',
        text: 'Isi',
        html: '<p>Isi</p>',
      });
    }
  };

  deliver = (): Promise<void> => this.app.get(DeliverMails).execute();

  /** How many mails stand in each state. */
  states = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await this.database.query<{ state: string; count: number }>(
          'SELECT state, count(*)::int AS count FROM mail GROUP BY state',
        )
      ).map(({ state, count }) => [state, count]),
    );
}

/** Addresses of so many people. */
export const many = (count: number, domain = 'contoh.test'): string[] =>
  [...Array(count).keys()].map((index) => `s${index}@${domain}`);

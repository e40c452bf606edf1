import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DeliverMails } from '../src/platform/mail/deliver-mails.js';
import { OvertakenMails } from '../src/platform/mail/overtaken-mails.js';
import { MailBench, many } from './support/mail-bench.js';

/** Milliseconds for what waits for a server that hangs. */
const LONG = 180_000;

const bench = new MailBench();
const { smtp, clock, post, deliver, states } = bench;
beforeAll(() => bench.open(), LONG);
afterAll(() => bench.close());
beforeEach(() => bench.reset());

describe('A server that hangs', () => {
  test(
    'at one recipient does not stop the others, and withdrawing does not wait for it',
    async () => {
      smtp.onMail = ({ to }) => (to.startsWith('gantung') ? new Promise(() => undefined) : null);
      const other = await bench.process(`${smtp.url}?socketTimeout=8000`);
      await post(['gantung@contoh.test'], 'kunjungan', 'reminder');
      await post(many(40));
      const run = other.get(DeliverMails).execute();
      try {
        while (smtp.received.length < 40) await new Promise((resolve) => setTimeout(resolve, 10));
        const started = performance.now();
        await bench.app.get(OvertakenMails).withdraw('kunjungan', 'reminder:', null);
        expect(performance.now() - started).toBeLessThan(1000);
        await post(['menyusul@contoh.test'], null, 'susul');
        while (!smtp.reached.includes('menyusul@contoh.test'))
          await new Promise((resolve) => setTimeout(resolve, 10));
        await run;
        expect(await states()).toEqual({ sent: 41, suppressed: 1 });
      } finally {
        await other.close();
      }
    },
    LONG,
  );
});

describe('Many at once', () => {
  test('keep the order of each stream to each address', async () => {
    const streams = ['satu', 'dua', 'tiga'];
    for (let round = 0; round < 8; round++)
      for (const stream of streams) await post([`orang@contoh.test`], stream, `bagian-${round}`);
    await deliver();
    expect(smtp.received).toHaveLength(24);
    const order = await bench.database.query<{ stream: string; id: string }>(
      'SELECT stream, message_id AS id FROM mail ORDER BY position',
    );
    for (const stream of streams) {
      const ids = order.filter((mail) => mail.stream === stream).map(({ id }) => id);
      expect(smtp.received.map(({ messageId }) => messageId).filter((id) => ids.includes(id))).toEqual(ids);
    }
  });

  test('that were claimed ahead before the server went out are given back', async () => {
    await post(many(60));
    smtp.onSender = () => '421 4.3.2 tutup';
    await deliver();
    expect(smtp.received).toHaveLength(0);
    expect(await states()).toEqual({ queued: 60 });
    expect(await bench.database.query('SELECT mail_id FROM mail_lease')).toEqual([]);
  });

  test('two processes send each mail once, and end a claim that was left', async () => {
    const other = await bench.process();
    try {
      await post(many(120));
      await Promise.all([deliver(), other.get(DeliverMails).execute()]);
      expect(smtp.received).toHaveLength(120);
      expect(new Set(smtp.reached).size).toBe(120);
      expect(await bench.database.query('SELECT FROM mail_lease')).toEqual([]);

      await post(['tinggal@contoh.test'], null, 'tinggal');
      await bench.database.query(
        `INSERT INTO mail_lease (mail_id, domain, holder, ends_at)
         SELECT id, 'contoh.test', id, $1::timestamptz + interval '20 seconds' FROM mail WHERE state = 'queued'`,
        [clock.now()],
      );
      await deliver();
      expect(smtp.received).toHaveLength(120);
      clock.advance(21_000);
      await deliver();
      expect(smtp.received).toHaveLength(121);
    } finally {
      await other.close();
    }
  });
});

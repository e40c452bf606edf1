import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DeliverMails } from '../src/platform/mail/deliver-mails.js';
import { AddressFaults } from '../src/platform/mail/address-faults.js';
import { MailOutages } from '../src/platform/mail/mail-outages.js';
import { MailUpkeep } from '../src/platform/mail/mail-upkeep.js';
import { RequeueMails } from '../src/platform/mail/requeue-mails.js';
import { HOUR, MailBench, many, MINUTE } from './support/mail-bench.js';

/** Milliseconds for what goes through days of tries. */
const LONG = 180_000;

const bench = new MailBench();
const { smtp, clock, start: START, post, deliver, states } = bench;
beforeAll(() => bench.open(), LONG);
afterAll(() => bench.close());
beforeEach(() => bench.reset());

const outages = () => bench.app.get(MailOutages).all();
/** Whole minutes pass, with a run in each; hours of a weekend are looked at by steps. */
async function pass(minutes: number, step = 1): Promise<void> {
  for (let passed = 0; passed < minutes; passed += step) {
    clock.advance(step * MINUTE);
    await deliver();
  }
}
const tried = (): Promise<
  { email: string; state: string; tries: number; doubts: number; fate: string | null }[]
> =>
  bench.database.query(
    `SELECT recipient_email AS email, state, tries, doubts, last_fate AS fate FROM mail ORDER BY position`,
  );

describe('A weekend without the mail server', () => {
  test.each<[string, () => void]>([
    ['421 at every recipient', () => (smtp.onRecipient = () => '421 4.3.2 sedang dirawat')],
    ['a sender that is refused', () => (smtp.onSender = () => '550 5.7.1 bukan milik Anda')],
    ['451 to all', () => (smtp.onRecipient = () => '451 4.3.0 coba lagi')],
    ['451 after all contents', () => (smtp.onMail = () => '451 4.3.0 coba lagi')],
  ])(
    '%s: loses none of 60 mails, and all leave when it is back',
    async (_what, breakIt) => {
      breakIt();
      await post(many(60));
      await deliver();
      expect(await outages()).toMatchObject([{ domain: null, since: START }]);
      await pass(64 * 60, 240);
      expect(smtp.received).toEqual([]);
      expect(await states()).toEqual({ queued: 60 });
      expect((await outages())[0]?.since).toEqual(START);
      smtp.onRecipient = smtp.onSender = smtp.onMail = () => null;
      await pass(60, 5);
      expect(await states()).toEqual({ sent: 60 });
      expect(new Set(smtp.reached).size).toBe(60);
      expect(smtp.received).toHaveLength(60);
      expect(await outages()).toEqual([]);
    },
    120_000,
  );

  test(
    'asks the server with one mail a minute, and costs no mail a try',
    async () => {
      smtp.onRecipient = () => '421 4.3.2 sedang dirawat';
      let asked = 0;
      await post(many(40));
      await deliver();
      smtp.onRecipient = () => {
        asked++;
        return '421 4.3.2 sedang dirawat';
      };
      for (let seconds = 0; seconds < 600; seconds += 10) {
        clock.advance(10_000);
        await deliver();
      }
      expect(asked).toBe(10);
      expect((await tried()).map(({ tries }) => tries)).toEqual(Array(40).fill(0));
    },
    LONG,
  );

  test(
    'tries on for five days, then gives up what waited that long, and sends all again at once',
    async () => {
      smtp.onSender = () => '550 5.7.1 bukan milik Anda';
      await post(many(30));
      await deliver();
      await pass(5 * 24 * 60 - 30, 239);
      await post(['baru@contoh.test'], null, 'baru');
      expect(await states()).toEqual({ queued: 31 });
      await pass(60, 30);
      expect(await states()).toEqual({ failed: 30, queued: 1 });
      smtp.onSender = () => null;
      expect(await bench.app.get(RequeueMails).tryAllAgain(START)).toBe(30);
      await deliver();
      expect(await states()).toEqual({ sent: 31 });
    },
    LONG,
  );

  test('a machine that was off for a week gives nothing up before it has asked', async () => {
    smtp.onRecipient = () => '421 4.3.2 sedang dirawat';
    await post(many(3));
    await deliver();
    smtp.onRecipient = () => null;
    clock.advance(7 * 24 * HOUR);
    await deliver();
    expect(await states()).toEqual({ sent: 3 });
  });

  test(
    'a mail that breaks the server each time does not stand before the others',
    async () => {
      smtp.onRecipient = (address) => (address === 's0@contoh.test' ? '421 4.3.2 aduh' : null);
      await post(many(30));
      await deliver();
      await pass(10);
      expect(smtp.received).toHaveLength(29);
      expect(await states()).toEqual({ sent: 29, queued: 1 });
    },
    LONG,
  );
});

describe('What is the mail’s own', () => {
  test('fails that mail alone; only a dead address is marked', async () => {
    const answers: Record<string, string> = {
      'tiada@contoh.test': '550 5.1.1 tidak dikenal',
      'penuh@contoh.test': '552 5.2.2 penuh',
      'sibuk@contoh.test': '451 4.7.1 coba lagi',
    };
    smtp.onRecipient = (address) => answers[address] ?? null;
    await post([...Object.keys(answers), 'siti@contoh.test']);
    await deliver();
    expect(await tried()).toMatchObject([
      { email: 'tiada@contoh.test', state: 'failed', fate: 'address-dead' },
      { email: 'penuh@contoh.test', state: 'queued', tries: 1, fate: 'later' },
      { email: 'sibuk@contoh.test', state: 'queued', tries: 1, fate: 'later' },
      { email: 'siti@contoh.test', state: 'sent' },
    ]);
    expect(await bench.database.query('SELECT email FROM address_fault')).toEqual([
      { email: 'tiada@contoh.test' },
    ]);
    expect(await outages()).toEqual([]);
  });

  test('a mark ends a day after a later mail was taken, unless the address is refused once more', async () => {
    smtp.onRecipient = () => '550 5.1.1 tidak dikenal';
    await post(['tiada@contoh.test'], null, 'satu');
    await deliver();
    const marked = () => bench.database.query<{ email: string }>('SELECT email FROM address_fault');
    const day = async () => {
      clock.advance(25 * HOUR);
      await bench.app.get(MailUpkeep).execute();
    };
    await day();
    expect(await marked()).toHaveLength(1);
    smtp.onRecipient = () => null;
    await post(['Tiada@contoh.test'], null, 'dua');
    await deliver();
    await bench.app.get(MailUpkeep).execute();
    expect(await marked()).toHaveLength(1);
    await bench.app.get(AddressFaults).mark('tiada@contoh.test', '5.1.1');
    await day();
    expect(await marked()).toHaveLength(1);
    await post(['tiada@contoh.test'], null, 'tiga');
    await deliver();
    await day();
    expect(await marked()).toEqual([]);
  });

  test(
    'a domain that blocks us waits, is asked with one mail a minute, and marks nobody',
    async () => {
      const blocked = '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked';
      let asked = 0;
      smtp.onRecipient = (address) => {
        if (!address.endsWith('@tutup.test')) return null;
        asked++;
        return blocked;
      };
      await post(many(50, 'tutup.test'));
      await post(many(20, 'buka.test'), null, 'lain');
      await deliver();
      expect(smtp.received).toHaveLength(20);
      expect(await outages()).toMatchObject([{ domain: 'tutup.test', since: START }]);
      expect((await outages())[0]?.words).toContain('Client host [192.0.2.1] blocked');
      const atFirst = asked;
      expect(atFirst).toBeLessThan(20);
      await pass(30);
      expect(asked - atFirst).toBeLessThanOrEqual(30);
      expect(await states()).toEqual({ sent: 20, queued: 50 });
      expect((await tried()).every(({ tries, state }) => state === 'sent' || tries === 0)).toBe(true);
      expect(await bench.database.query('SELECT FROM address_fault')).toEqual([]);
      smtp.onRecipient = () => null;
      await pass(20);
      expect(await states()).toEqual({ sent: 70 });
      expect(await outages()).toEqual([]);
    },
    LONG,
  );
});

describe('An answer lost after the final dot', () => {
  test(
    'brings the mail at most three times, under one Message-ID',
    async () => {
      const given: string[] = [];
      const url = `${smtp.url}?socketTimeout=300`;
      const other = await bench.process(url);
      smtp.onMail = ({ messageId }) => {
        given.push(messageId);
        return new Promise(() => undefined);
      };
      try {
        await post(['ragu@contoh.test']);
        for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 30) {
          await other.get(DeliverMails).execute();
          clock.advance(30 * MINUTE);
        }
        expect(await tried()).toMatchObject([{ state: 'failed', fate: 'in-doubt', doubts: 3 }]);
        expect(given).toHaveLength(3);
        expect(new Set(given).size).toBe(1);
      } finally {
        await other.close();
      }
    },
    LONG,
  );
});

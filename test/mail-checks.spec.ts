import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { Outbox } from '../src/platform/mail/outbox.js';
import { MailChecks } from '../src/platform/mail-checks/mail-checks.js';
import { NameResolver, type SystemResolver } from '../src/platform/mail-checks/name-resolver.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { ReadMailbox } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { TestNameServer } from './support/dns.js';
import { TestMailbox } from './support/imap.js';
import { signedIn, usualPeople } from './support/people.js';
import { freePort } from './support/processes.js';
import { TestSmtp } from './support/smtp.js';
import type { Header } from './support/visits.js';

const METRICS_TOKEN = 'a-token-of-more-than-32-characters-for-a-collector';
const DOMAIN = 'kunjungan.contoh.go.id';

const dns = new TestNameServer();
let smtp: TestSmtp;
let mailbox: TestMailbox;
let app: TestApp;
let guest: Header;
let administrator: Header;
let logged: jest.SpiedFunction<typeof Logger.prototype.warn>;

beforeAll(async () => {
  await dns.listen();
  dns.records.set('NS id', ['a.dns.id']);
  smtp = new TestSmtp();
  await smtp.listen();
  mailbox = new TestMailbox(await freePort());
  app = await startApp({
    METRICS_TOKEN,
    SMTP_URL: smtp.url,
    IMAP_URL: mailbox.url,
    MAIL_FROM: `Sambang <sambang@${DOMAIN}>`,
  });
  (app.app.get(NameResolver) as SystemResolver).useServers([dns.address]);
  ({ guest } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@uji.test', role: 'administrator' });
});
afterAll(async () => {
  await app.app.get(ReadMailbox).onApplicationShutdown();
  await app.close();
  await mailbox.stop();
  await smtp.close();
  await dns.close();
});
beforeEach(() => {
  logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  logged.mockClear();
});

/** What was warned of, but for a database that is slow on a busy machine. */
const warnings = (): unknown[] =>
  logged.mock.calls.map(([line]) => line as string).filter((line) => !line.startsWith('slow statement'));
const page = async (path: string, by = administrator): Promise<string> =>
  (await request(app.server).get(path).set(by).set('accept', 'text/html').expect(200)).text;

/** Has all looked at, as a process does that works jobs. */
async function looked(atStart = false): Promise<Readonly<Record<string, string>>> {
  await app.app.get(MailChecks).ask(atStart);
  await app.app.get(JobQueue).workAll();
  const { body } = await api(app).get('/api/mails/checks', { as: administrator }).expect(200);
  const { items } = body as { items: { name: string; state: string }[] };
  return Object.fromEntries(items.map(({ name, state }) => [name, state]));
}

const publishAll = (): void => {
  dns.records.set(`MX ${DOMAIN}`, [`mx.${DOMAIN}`]);
  dns.records.set(`TXT ${DOMAIN}`, ['v=spf1 mx -all']);
  dns.records.set(`TXT _dmarc.${DOMAIN}`, ['v=DMARC1; p=quarantine']);
};

describe('Whether mail can be sent and read', () => {
  test('is logged once at the start in plain words, and stands on the administrator’s pages', async () => {
    expect(await looked(true)).toEqual({
      smtp: 'good',
      imap: 'bad',
      mx: 'bad',
      spf: 'bad',
      dkim: 'unknown',
      dmarc: 'warning',
    });
    expect(warnings().sort()).toEqual([
      `DMARC: ${DOMAIN} has no DMARC policy`,
      expect.stringMatching(/^IMAP: nothing listens at the port of IMAP_URL: /),
      `MX: mail to ${DOMAIN} has no way: neither MX nor an address`,
      `SPF: ${DOMAIN} has no SPF record`,
    ]);
    logged.mockClear();
    await looked();
    expect(warnings()).toEqual([]);
    await looked(true);
    expect(warnings()).toHaveLength(4);
    const shown = await page('/surat/pemeriksaan');
    for (const words of [
      'Server pengirim (SMTP)',
      'porta di IMAP_URL tertutup',
      `${DOMAIN} tidak punya catatan MX`,
    ])
      expect(shown).toContain(words);
    const start = await page('/');
    expect(start).toContain('Perbaiki surel: Kotak surat (IMAP)');
    expect(start).toContain('Perbaiki surel: Izin mengirim (SPF)');
    expect(start).not.toContain('Perbaiki surel: Kebijakan domain (DMARC)');
    expect(await page('/', guest)).not.toContain('Perbaiki surel');
    await request(app.server).get('/surat/pemeriksaan').set(guest).expect(403);
    await request(app.server).post('/surat/pemeriksaan/jalankan').set(guest).expect(403);
    await api(app).get('/api/mails/checks', { as: guest }).expect(403);
    await api(app).post('/api/mails/checks', { as: guest }).expect(403);
  });

  test('is told to a collector, but for what nothing is known of', async () => {
    const { text } = await request(app.server)
      .get('/metrics')
      .set('authorization', `Bearer ${METRICS_TOKEN}`);
    expect(text).toContain('sambang_mail_check_ok{check="smtp"} 1');
    expect(text).toContain('sambang_mail_check_ok{check="imap"} 0');
    expect(text).not.toContain('check="dkim"');
  });

  test('is well once all is mended, with when it was last so when it is no longer', async () => {
    publishAll();
    await mailbox.start(['Subject: Halo\r\n\r\nSelamat pagi']);
    const well = { smtp: 'good', imap: 'good', mx: 'good', spf: 'good', dkim: 'unknown', dmarc: 'good' };
    expect(await looked()).toEqual(well);
    expect(await page('/')).not.toContain('Perbaiki surel');
    app.clock.advance(60 * 60_000);
    dns.records.delete(`TXT ${DOMAIN}`);
    expect(await looked()).toEqual({ ...well, spf: 'bad' });
    expect(await page('/surat/pemeriksaan')).toContain('Terakhir baik Senin, 20 Oktober 2025, pukul 08.00');
  });

  test('is unknown where no name server answers, which is no fault', async () => {
    dns.isSilent = true;
    expect(await looked()).toMatchObject({
      smtp: 'good',
      imap: 'good',
      mx: 'unknown',
      spf: 'unknown',
      dmarc: 'unknown',
    });
    dns.isSilent = false;
    expect(warnings()).toEqual([]);
    expect(await page('/')).not.toContain('Perbaiki surel');
    expect(await page('/surat/pemeriksaan')).toContain('server nama (DNS) tidak menjawab');
  }, 60_000);

  test('is unknown by a name server that denies whatever is asked', async () => {
    dns.records.delete('NS id');
    expect(await looked()).toMatchObject({ mx: 'unknown', spf: 'unknown', dmarc: 'unknown' });
    dns.records.set('NS id', ['a.dns.id']);
  });

  test('tells when mail last went and came, and that nobody reads a mailbox that could be read', async () => {
    await app.app.get(Outbox).post({
      ...{ key: 'uji', stream: null, to: { name: 'Budi', email: 'budi@uji.test' } },
      ...{ subject: 'Uji', text: 'Uji', html: '<p>Uji</p>' },
    });
    await app.app.get(JobQueue).workAll();
    const reader = app.app.get(ReadMailbox);
    reader.watch();
    for (let shown = ''; !shown.includes('<dd>1</dd>'); shown = await page('/surat/pemeriksaan'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await page('/surat/pemeriksaan')).toMatch(
      /Surat terakhir keluar<\/dt><dd>Senin, 20 Oktober 2025, pukul 09/,
    );
    await reader.onApplicationShutdown();
    expect(await looked()).toMatchObject({ imap: 'good' });
    app.clock.advance(16 * 60_000);
    expect(await looked()).toMatchObject({ imap: 'bad' });
    expect(await page('/surat/pemeriksaan')).toContain('sudah lama tidak dibaca');
  }, 60_000);

  test('is looked at again when the administrator presses the button, once', async () => {
    app.clock.advance(60 * 60_000);
    const jobs = async (): Promise<number> =>
      (
        await app.database.query(
          `SELECT FROM pgboss.job WHERE name = 'mail.check' AND state = 'created' AND start_after <= pgboss.job_now()`,
        )
      ).length;
    for (let press = 0; press < 2; press++)
      await request(app.server)
        .post('/surat/pemeriksaan/jalankan')
        .set(administrator)
        .expect(303)
        .expect('location', '/surat/pemeriksaan');
    expect(await jobs()).toBe(1);
    const asked = api(app).post('/api/mails/checks', { as: administrator });
    await app.app.get(JobQueue).workAll();
    const { body } = await asked.expect(200);
    expect((body as { items: { checkedAt: string }[] }).items.map(({ checkedAt }) => checkedAt)).toEqual(
      Array.from({ length: 6 }, () => app.clock.now().toISOString()),
    );
  }, 30_000);
});

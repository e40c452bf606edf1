import { type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { MailSamples } from '../src/platform/mail/mail-samples.js';
import { ACCESS } from '../src/platform/security/access.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const HERE = 'https://sambang.contoh.test';

let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

/** Patterns of the pages that everybody may open. */
function openRoutes(): RegExp[] {
  const scanner = new MetadataScanner();
  const controllers = app.app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type<object>;
    return scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name] as object;
      const access = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller);
      const paths = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler)];
      if (access?.public !== true || typeof paths[0] !== 'string' || typeof paths[1] !== 'string') return [];
      const path = `/${paths.join('/')}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
      return [new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)];
    });
  });
}

const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s"<]+/g) ?? [];

describe('every kind of mail', () => {
  test('has no link for who has no account that needs one', () => {
    const open = openRoutes();
    expect(open.some((pattern) => pattern.test('/jawab/x'))).toBe(true);
    expect(open.some((pattern) => pattern.test('/kunjungan/x'))).toBe(false);
    const samples = app.app.get(MailSamples, { strict: false }).all();
    const faults = samples.flatMap(({ name, withoutAccount, ...sample }) => {
      const { text, html } = withoutAccount ?? sample;
      return [...linksIn(text), ...linksIn(html)]
        .filter((link) => link.startsWith(HERE))
        .map((link) => new URL(link).pathname)
        .filter((path) => !open.some((pattern) => pattern.test(path)))
        .map((path) => `${name}: ${path}`);
    });
    expect(faults).toEqual([]);
  });

  test('that participants are sent leads to their own page', () => {
    const samples = new Map(
      app.app
        .get(MailSamples, { strict: false })
        .all()
        .map((sample) => [sample.name, sample]),
    );
    const kinds = [
      ...['invitation-invitation', 'invitation-update', 'invitation-cancelled', 'invitation-shared'],
      ...['agenda', 'agenda-changes', 'reminder-days', 'reminder-evening'],
      ...['summary', 'summary-revision', 'summary-automatic', 'participant-link'],
    ];
    for (const kind of kinds) {
      const sample = samples.get(kind);
      const { text } = sample?.withoutAccount ?? { text: sample?.text ?? '' };
      const own = linksIn(text).filter((link) => link.startsWith(HERE));
      expect([kind, own.length > 0]).toEqual([kind, true]);
      for (const link of own) expect(link).toContain(`${HERE}/jawab/`);
    }
  });
});

describe("a visit's whole life", () => {
  let visit: ShownVisit;

  /** Mails to who has no account, with their calendar parts. */
  const mails = () =>
    app.database.query<{ key: string; email: string; body: string }>(
      `SELECT key, recipient_email AS email, body_text || body_html || coalesce(calendar_content, '') AS body FROM mail m
       WHERE NOT EXISTS (SELECT FROM account_address a WHERE a.email = lower(m.recipient_email)) ORDER BY position`,
    );
  const publish = async (title: string) => {
    const address = `/api/visits/${visit.id}/agenda`;
    const { body } = await request(app.server).get(address).set(guest).expect(200);
    const items = [
      { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T09:30:00+07:00', title, kind: 'welcome' },
    ];
    const { version } = body as { version: number };
    const saved = await request(app.server).put(address).set(guest).send({ version, items }).expect(200);
    const sent = saved.body as { version: number };
    await request(app.server)
      .post(`${address}/publish`)
      .set(guest)
      .send({ version: sent.version })
      .expect(200);
    await app.settle();
  };
  const now = async () => {
    const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
    return body as ShownVisit;
  };
  const at = async (instant: string) => {
    app.clock.set(new Date(instant));
    await app.settle();
  };

  beforeAll(async () => {
    const participants = [
      { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' },
      { name: 'Budi', email: 'kantor@contoh.test', side: 'guest', role: 'member' },
      { name: 'Tono', email: 'kantor@contoh.test', side: 'host', role: 'speaker' },
    ];
    visit = await confirmed(app, guest, host, { participants });
    await app.settle();
    await publish('Penerimaan');
    await publish('Sambutan');
    await at('2025-10-27T08:00:00+07:00');
    await at('2025-10-29T16:00:00+07:00');
    await at('2025-10-30T12:05:00+07:00');
    visit = await step(app, guest, await now(), 'complete');
    await app.settle();
    await at('2025-11-03T09:00:00+07:00');
    await at('2025-11-05T09:00:00+07:00');
    app.clock.set(new Date('2025-10-21T09:00:00+07:00'));
    const other = await confirmed(app, guest, host, {
      participants,
      startsAt: '2025-11-13T09:00:00+07:00',
      endsAt: '2025-11-13T12:00:00+07:00',
    });
    await app.settle();
    await step(app, guest, other, 'cancel', { reason: 'Banjir' });
    await app.settle();
  }, 60_000);

  test('mails every kind to who has no account', async () => {
    const kinds = new Set((await mails()).map(({ key }) => key.split(':')[0]));
    for (const kind of ['invitation', 'agenda', 'reminder', 'feedback', 'summary'])
      expect([...kinds]).toContain(kind);
  });

  test('leads nobody without an account to a sign-in', async () => {
    const links = new Map<string, string>();
    for (const { key, body } of await mails())
      for (const [link] of body.replaceAll('\r\n ', '').matchAll(/http:\/\/sambang\.test[^\s"<\\]*/g))
        links.set(new URL(link).pathname, key);
    expect(links.size).toBeGreaterThan(10);
    const faults: string[] = [];
    for (const [path, key] of links) {
      const { status } = await request(app.server).get(path).set('accept', 'text/html');
      if (status !== 200) faults.push(`${key}: ${path} ${status}`);
    }
    expect(faults).toEqual([]);
  });

  test('gives each of those who share an address a link of the own', async () => {
    const shared = (await mails()).filter(
      ({ key, email }) => email === 'kantor@contoh.test' && key.startsWith('agenda:'),
    );
    expect(shared.length).toBeGreaterThan(0);
    for (const { body } of shared) {
      expect(body).toMatch(/: Budi/);
      expect(body).toMatch(/: Tono/);
      expect(new Set(body.match(/\/jawab\/[\w-]{43}/g)).size).toBe(2);
    }
  });

  test('leads who has an account to the visit', async () => {
    const [mail] = await app.database.query<{ body: string }>(
      `SELECT body_text AS body FROM mail m WHERE EXISTS (SELECT FROM account_address a WHERE a.email = m.recipient_email)
         AND key LIKE 'summary:%' LIMIT 1`,
    );
    expect(mail?.body).toContain(`/kunjungan/${visit.id}`);
    expect(mail?.body).not.toContain('/jawab/');
  });
});

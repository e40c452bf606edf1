import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { ReadMailbox } from '../src/replies/index.js';
import { wib } from './support/agendas.js';
import { startApp, type TestApp } from './support/app.js';
import { events, readFeed, subscribeTo } from './support/feeds.js';
import { signedIn, usualPeople } from './support/people.js';
import { TestMailbox } from './support/imap.js';
import { freePort } from './support/processes.js';
import { clientReplies } from './support/replies.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const received: ParsedMail[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, _session, callback) {
    simpleParser(stream).then((mail) => {
      received.push(mail);
      callback();
    }, callback);
  },
});
let mailbox: TestMailbox;
let app: TestApp;
let guest: Header;
let host: Header;
let sari: Header;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  mailbox = new TestMailbox(await freePort());
  await mailbox.start([]);
  app = await startApp({
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    IMAP_URL: mailbox.url,
    MAIL_FROM: 'Sambang <sambang@sambang.test>',
    LOG_LEVEL: 'error',
  });
  ({ guest, host } = await usualPeople(app));
  sari = await signedIn(app, { email: 'sari@contoh.test', role: 'officer', unit: 'bapas-purwokerto' });
  app.app.get(ReadMailbox).watch();
});
afterAll(async () => {
  await app.close();
  await mailbox.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

/** What SMTP brought to Sari since the last look. */
async function mailsToSari(): Promise<ParsedMail[]> {
  await app.settle();
  const toSari = (mail: ParsedMail) => JSON.stringify(mail.to).includes('sari@contoh.test');
  return received.splice(0).filter(toSari);
}

/** The calendar part of a mail, its METHOD the same in MIME and inside. */
function schedulingPart(mail: ParsedMail | undefined): { method: string; event: ICAL.Event } {
  const part = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(part?.content.toString() ?? '') as unknown[]);
  const method = String(calendar.getFirstPropertyValue('method'));
  const header = part?.headers.get('content-type') as { params: { method?: string } } | undefined;
  expect(header?.params.method).toBe(method);
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no VEVENT');
  return { method, event: new ICAL.Event(vevent) };
}

/** Where the invitation asks for the answer. */
let to: string;

function arrives(status: string, visit: ShownVisit, sequence: number, stamp: string): void {
  const raw = clientReplies.Thunderbird({
    ...{ name: 'Sari', email: 'sari@contoh.test', uid: visit.id, sequence, status, stamp, to },
  });
  mailbox.arrive(raw);
}

async function shown(visit: ShownVisit): Promise<ShownVisit> {
  return (
    await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;
}

async function answered(visit: ShownVisit, answer: string): Promise<void> {
  const end = Date.now() + 15_000;
  while ((await shown(visit)).participants[0]?.answer !== answer) {
    if (Date.now() > end) throw new Error(`no answer ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('an invitation goes out by SMTP, its answer comes by IMAP, and calendars follow to the cancel', async () => {
  const { path } = await subscribeTo(app, sari, 'me');
  const inFeed = async () =>
    events(await readFeed(app, path)).map((event) => event.getFirstPropertyValue('status'));
  const participants = [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }];
  const visit = await confirmed(app, guest, host, { participants });

  const invitation = (await mailsToSari()).find(({ attachments }) => attachments.length > 0);
  expect(invitation?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(invitation?.text).toMatch(/\/jawab\/[\w-]{43}/);
  expect(schedulingPart(invitation)).toMatchObject({
    method: 'REQUEST',
    event: { uid: visit.id, sequence: 0 },
  });
  expect(await inFeed()).toEqual(['CONFIRMED']);
  to = String(schedulingPart(invitation).event.organizer).replace('mailto:', '');
  expect(invitation?.from?.value[0]?.address).toBe(to);

  arrives('DECLINED', visit, 0, '20251020T020000Z');
  await answered(visit, 'declined');
  expect(await inFeed()).toEqual([]);
  arrives('ACCEPTED', visit, 0, '20251020T030000Z');
  await answered(visit, 'accepted');
  expect(await inFeed()).toEqual(['CONFIRMED']);

  const times = { startsAt: wib('09:00', '2025-11-04'), endsAt: wib('12:00', '2025-11-04') };
  await step(
    app,
    guest,
    await step(app, host, await shown(visit), 'reschedule', { ...times, reason: 'Apel' }),
    'accept',
  );
  const move = (await mailsToSari()).find(({ attachments }) => attachments.length > 0);
  expect(schedulingPart(move)).toMatchObject({ method: 'REQUEST', event: { sequence: 1 } });
  // An answer to the time that no longer is.
  arrives('ACCEPTED', visit, 0, '20251020T040000Z');
  arrives('TENTATIVE', visit, 1, '20251020T050000Z');
  await answered(visit, 'tentative');

  app.clock.set(new Date(wib('15:10', '2025-11-03')));
  const reminder = (await mailsToSari()).find(({ subject }) => subject?.startsWith('Pengingat, besok'));
  expect(reminder?.text).toContain('Jawaban Anda: mungkin hadir');
  expect(reminder?.headers.get('list')).toMatchObject({
    id: { name: 'Kunjungan di Sambang', id: `${visit.id}.sambang.sambang.test` },
  });

  await step(app, guest, await shown(visit), 'cancel', { reason: 'Berhalangan' });
  const cancel = (await mailsToSari()).find(({ attachments }) => attachments.length > 0);
  expect(schedulingPart(cancel)).toMatchObject({ method: 'CANCEL', event: { uid: visit.id, sequence: 2 } });
  expect(await inFeed()).toEqual(['CANCELLED']);
}, 60_000);

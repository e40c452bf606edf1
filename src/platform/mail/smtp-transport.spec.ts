import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { classify, isServerFault } from './retry.js';
import { SmtpTransport } from './smtp-transport.js';
import { buildStoredMail, INVITATION } from './stored-mail.fixture.js';

interface Received {
  sender: string;
  recipients: string[];
  mail: ParsedMail;
}

const received: Received[] = [];
let connections = 0;

const smtpAnswer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onConnect(_session, callback) {
    connections++;
    callback();
  },
  onRcptTo({ address }, _session, callback) {
    if (address.startsWith('sibuk@')) callback(smtpAnswer(451, '4.3.0 coba lagi nanti'));
    else if (address.startsWith('tiada@')) callback(smtpAnswer(550, '5.1.1 tidak dikenal'));
    else callback();
  },
  onData(stream, session, callback) {
    simpleParser(stream).then((mail) => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        sender: mailFrom ? mailFrom.address : '',
        recipients: rcptTo.map(({ address }) => address),
        mail,
      });
      callback();
    }, callback);
  },
});

let transport: SmtpTransport;
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  transport = new SmtpTransport(address, 'Sambang <sambang@sambang.test>');
});

afterAll(async () => {
  transport.onApplicationShutdown();
  await new Promise<void>((resolve) => server.close(resolve));
});

beforeEach(() => {
  received.length = 0;
});

const failureOf = (email: string, through = transport): Promise<unknown> =>
  through.send(buildStoredMail({ to: { name: 'Siti', email } })).then(
    () => null,
    (error: unknown) => error,
  );

describe('SmtpTransport', () => {
  test('hands a mail over whole, to its one recipient', async () => {
    const mail = buildStoredMail({ calendar: { method: 'REQUEST', content: INVITATION } });
    await transport.send(mail);
    const [one, ...more] = received;
    expect(more).toEqual([]);
    expect(one).toMatchObject({ sender: 'sambang@sambang.test', recipients: ['siti@contoh.test'] });
    expect(one?.mail.messageId).toBe(mail.messageId);
    const calendars = one?.mail.attachments.map(({ contentType, content }) => [
      contentType,
      content.toString(),
    ]);
    expect(calendars).toEqual([
      ['text/calendar', INVITATION],
      ['application/ics', INVITATION],
    ]);
  });

  test('an answer of 451 to the recipient is temporary', async () => {
    const error = await failureOf('sibuk@contoh.test');
    expect(error).toMatchObject({ responseCode: 451, command: 'RCPT TO' });
    expect(classify(error)).toBe('temporary');
    expect(isServerFault(error)).toBe(false);
    expect(received).toEqual([]);
  });

  test('an answer of 550 to the recipient is permanent and keeps the server’s reason', async () => {
    const error = await failureOf('tiada@contoh.test');
    expect(classify(error)).toBe('permanent');
    expect(String(error)).toContain('5.1.1 tidak dikenal');
    expect(received).toEqual([]);
  });

  test('goes on over the same connection after a refusal', async () => {
    const before = connections;
    await failureOf('tiada@contoh.test');
    await transport.send(buildStoredMail());
    await transport.send(buildStoredMail());
    expect(received).toHaveLength(2);
    expect(connections - before).toBeLessThanOrEqual(1);
  });

  test('a server that is away is a temporary fault of the server', async () => {
    const gone = new SMTPServer({ logger: false });
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.server.address() as AddressInfo;
    await new Promise<void>((resolve) => gone.close(resolve));
    const away = new SmtpTransport(`smtp://127.0.0.1:${port}`, 'sambang@sambang.test');
    const error = await failureOf('siti@contoh.test', away);
    away.onApplicationShutdown();
    expect(error).not.toBeNull();
    expect(classify(error)).toBe('temporary');
    expect(isServerFault(error)).toBe(true);
  });
});

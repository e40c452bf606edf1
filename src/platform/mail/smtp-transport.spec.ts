import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { judgeFate } from './mail-fate.js';
import { SmtpTransport } from './smtp-transport.js';
import { buildStoredMail, INVITATION } from './stored-mail.fixture.js';

interface Received {
  sender: string;
  recipients: string[];
  mail: ParsedMail;
}

const received: Received[] = [];
let connections = 0;
let greetedBy = '';

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
  onMailFrom(_address, session, callback) {
    greetedBy = String(session.hostNameAppearsAs);
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

  test('calls itself as it is set', async () => {
    const { port } = server.server.address() as AddressInfo;
    const from = 'sambang@sambang.test';
    const named = new SmtpTransport(`smtp://127.0.0.1:${port}`, from, undefined, 'sambang.go.test');
    await named.send(buildStoredMail());
    named.onApplicationShutdown();
    expect(greetedBy).toBe('sambang.go.test');
  });

  test('an answer of 451 to the recipient is temporary', async () => {
    const error = await failureOf('sibuk@contoh.test');
    expect(error).toMatchObject({ responseCode: 451, command: 'RCPT TO' });
    expect(judgeFate(error)).toBe('later');
    expect(received).toEqual([]);
  });

  test('an answer of 550 to the recipient is permanent and keeps the server’s reason', async () => {
    const error = await failureOf('tiada@contoh.test');
    expect(judgeFate(error)).toBe('address-dead');
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
    expect(judgeFate(error)).toBe('server-fault');
  });

  // A server of bare sockets that answers each line by its first word, and may hang up.
  async function scripted(answers: Record<string, string | null>): Promise<{ url: string; close(): void }> {
    const bare = createServer((socket) => {
      socket.on('error', () => undefined);
      let isContent = false;
      const say = (word: string): void => {
        const answer = word in answers ? answers[word] : { DATA: '354 go on', '.': '250 kept' }[word];
        if (answer === null) return void socket.destroy();
        isContent = word === 'DATA';
        socket.write(`${answer ?? '250 ok'}\r\n`);
      };
      socket.write('220 uji\r\n');
      createInterface(socket).on('line', (line) => {
        if (isContent && answers['content'] === null) socket.destroy();
        else if (!isContent || line === '.') say(line.split(/[ :]/)[0] ?? '');
      });
    });
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const { port } = bare.address() as AddressInfo;
    return { url: `smtp://127.0.0.1:${port}`, close: () => bare.close() };
  }

  test.each([
    ['the envelope', { MAIL: null }, 'envelope', 'server-fault'],
    ['the recipient', { RCPT: null }, 'envelope', 'server-fault'],
    ['the content', { content: null }, 'content', 'later'],
    ['the final dot', { '.': null }, 'handed-over', 'in-doubt'],
    ['the final dot, with an answer', { '.': '421 4.3.2 shutting down' }, 'handed-over', 'server-fault'],
    ['the greeting', { EHLO: null }, 'connect', 'server-fault'],
  ])('a connection that ends at %s', async (_at, answers, stage, fate) => {
    const bare = await scripted(answers);
    const through = new SmtpTransport(bare.url, 'sambang@sambang.test');
    const text = stage === 'content' ? 'x\n'.repeat(4_000_000) : 'x';
    const error = await through.send(buildStoredMail({ text })).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    through.onApplicationShutdown();
    bare.close();
    expect(error).toMatchObject({ stage });
    expect(judgeFate(error)).toBe(fate);
  });
});

describe('A password', () => {
  // A server without STARTTLS, at this machine under a number that is not its loopback's: it is reached as 0.0.0.0.
  const heard: string[] = [];
  const clear = new SMTPServer({
    authMethods: ['PLAIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth({ password }, _session, callback) {
      heard.push(password ?? '');
      callback(null, { user: 'nama' });
    },
    onData(stream, _session, callback) {
      stream.resume().on('end', () => {
        callback();
      });
    },
  });
  const at = (host: string, query = ''): SmtpTransport =>
    new SmtpTransport(
      `smtp://nama:rahasia@${host}:${(clear.server.address() as AddressInfo).port}${query}`,
      'sambang@sambang.test',
    );

  beforeAll(() => new Promise<void>((resolve) => clear.listen(0, '0.0.0.0', resolve)));
  afterAll(() => new Promise<void>((resolve) => clear.close(resolve)));
  beforeEach(() => {
    heard.length = 0;
  });

  test('is never said in clear to another machine, and the mail waits', async () => {
    const through = at('0.0.0.0');
    const error = await failureOf('siti@contoh.test', through);
    through.onApplicationShutdown();
    expect(error).toMatchObject({ code: 'ETLS' });
    expect(judgeFate(error)).toBe('server-fault');
    expect(heard).toEqual([]);
  });

  test.each([
    ['127.0.0.1', ''],
    ['0.0.0.0', '?requireTLS=false'],
    ['0.0.0.0', '?ignoreTLS=true'],
  ])('is said to %s%s', async (host, query) => {
    const through = at(host, query);
    expect(await failureOf('siti@contoh.test', through)).toBeNull();
    through.onApplicationShutdown();
    expect(heard).toEqual(['rahasia']);
  });
});

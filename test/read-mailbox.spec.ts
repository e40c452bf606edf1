import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnvironment } from '../config/environment.js';
import { SystemClock } from '../src/platform/clock/clock.js';
import type { MailboxPositionRepository } from '../src/replies/storage/mailbox-position-repository.js';
import { ReadMailbox } from '../src/replies/use-cases/read-mailbox.js';
import type { ReceiveMail } from '../src/replies/use-cases/receive-mail.js';

/** What clients said to a server that offers no STARTTLS. */
let heard = '';
let hangUps = 0;
const server = createServer((socket) => {
  socket.write('* OK [CAPABILITY IMAP4rev1] uji\r\n');
  socket.on('error', () => undefined);
  socket.on('close', () => hangUps++);
  socket.on('data', (chunk) => {
    heard += chunk.toString();
    for (const line of chunk.toString().trim().split('\r\n')) {
      const [tag, command] = line.split(' ');
      if (command === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
      socket.write(`${tag} ${command === 'LOGIN' ? 'NO salah' : 'OK'}\r\n`);
    }
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve)));
afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));

// This machine under a number that is not its loopback's is as good as another machine.
test.each([
  ['0.0.0.0', '', false],
  ['0.0.0.0', '?requireTLS=false', true],
  ['127.0.0.1', '', true],
])('a password in clear to %s, with INBOX%s: %s', async (host, query, isSaid) => {
  heard = '';
  hangUps = 0;
  const { port } = server.address() as AddressInfo;
  const environment = readEnvironment({ IMAP_URL: `imap://nama:rahasia@${host}:${port}/INBOX${query}` });
  const mailbox = new ReadMailbox(
    environment,
    {} as MailboxPositionRepository,
    {} as ReceiveMail,
    new SystemClock(),
  );
  mailbox.watch();
  while (hangUps === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await mailbox.onApplicationShutdown();
  expect(heard.includes('rahasia')).toBe(isSaid);
});

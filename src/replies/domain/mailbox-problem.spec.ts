import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { mailboxProblem } from './mailbox-problem.js';

/** Commands that the server answers with NO. */
let refused: RegExp;
const sockets: Socket[] = [];
const server = createServer((socket) => {
  sockets.push(socket);
  socket.write('* OK [CAPABILITY IMAP4rev1] uji\r\n');
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().trim().split('\r\n')) {
      const [tag, command = ''] = line.split(' ');
      if (command === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
      socket.write(`${tag} ${refused.test(command) ? 'NO tidak bisa' : 'OK'}\r\n`);
    }
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise<unknown>((resolve) => server.close(resolve));
});

async function problem(secure = false): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure,
    auth: { user: 'nama', pass: 'rahasia' },
    logger: false,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen('Arsip', { readOnly: true });
    return 'none';
  } catch (error) {
    return mailboxProblem(error);
  } finally {
    client.close();
  }
}

describe('what is wrong with a mailbox', () => {
  test('the password', async () => {
    refused = /^LOGIN$/;
    expect(await problem()).toBe('the user or the password of IMAP_URL was refused: tidak bisa');
  });

  test('its name', async () => {
    refused = /^(?:SELECT|EXAMINE)$/;
    expect(await problem()).toBe('the mailbox of IMAP_URL cannot be opened: tidak bisa');
  });

  test('TLS, at a port that speaks none', async () => {
    refused = /^$/;
    expect(await problem(true)).toMatch(/^TLS with the server of IMAP_URL failed: /);
  });

  test('the way there, and anything else, with what was said on one line', () => {
    const away = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(mailboxProblem(away)).toBe(
      'the server of IMAP_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    );
    expect(mailboxProblem('a\r\nb')).toBe('the server of IMAP_URL failed: a b');
  });
});

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { readEnvironment } from '../config/environment.js';
import {
  expiredCertificate,
  goodCertificate,
  otherCertificate,
  strangeCertificate,
} from './support/certificates.js';
import { TestSmtp } from './support/smtp.js';
import type { Found } from '../src/platform/mail-checks/mail-probe.js';
import { SmtpProbe } from '../src/platform/mail-checks/smtp-probe.js';

const NOW = new Date('2026-11-29T00:00:00Z');
const opened: { close(): unknown }[] = [];

const trusted = getCACertificates('default');
beforeAll(() =>
  setDefaultCACertificates([
    ...trusted,
    ...[goodCertificate, otherCertificate, expiredCertificate].map(({ cert }) => cert),
  ]),
);
afterAll(() => setDefaultCACertificates(trusted));
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

const look = (url: string, now = NOW): Promise<Found> =>
  new SmtpProbe(readEnvironment({ SMTP_URL: url })).look(now);

async function smtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const server = new TestSmtp({
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'nama' && password === 'rahasia') done(null, { user: username });
      else done(new Error('535 5.7.8 salah'));
    },
    ...options,
  });
  await server.listen();
  opened.push(server);
  return server;
}

/** A server that says each line when somebody speaks, the first at once. */
async function script(...lines: string[]): Promise<number> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    const left = [...lines];
    const say = (): void => {
      const line = left.shift();
      if (line) socket.write(`${line}\r\n`);
    };
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', say);
    say();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return (server.address() as AddressInfo).port;
}

const withTls = (certificate: typeof goodCertificate): SMTPServerOptions => ({
  ...certificate,
  disabledCommands: [],
});

describe('The server that mails go out by', () => {
  test('works, over TLS or on this machine without, and no mail is sent', async () => {
    const plain = await smtp();
    expect(await look(`smtp://nama:rahasia@127.0.0.1:${plain.port}`)).toEqual({
      finding: 'reachable',
      detail: '',
    });
    const safe = await smtp(withTls(goodCertificate));
    expect(await look(`smtp://nama:rahasia@127.0.0.1:${safe.port}`)).toEqual({
      finding: 'reachable',
      detail: 'TLS, sertifikat sampai 2084-12-31',
    });
    const wrapped = await smtp({ ...goodCertificate, secure: true });
    expect((await look(`smtps://nama:rahasia@localhost:${wrapped.port}`)).finding).toBe('reachable');
    expect(plain.received).toEqual([]);
    expect(plain.connections).toBe(1);
  });

  test('has a certificate that ends soon', async () => {
    const { port } = await smtp(withTls(goodCertificate));
    const url = `smtp://127.0.0.1:${port}`;
    expect((await look(url, new Date('2084-12-10T00:00:00Z'))).finding).toBe('reachable');
    expect((await look(url, new Date('2084-12-20T00:00:00Z'))).finding).toBe('certificate-ends-soon');
  });

  test('refuses the password', async () => {
    const { port } = await smtp();
    const found = await look(`smtp://nama:salah@127.0.0.1:${port}`);
    expect(found.finding).toBe('password-refused');
    expect(found.detail).not.toContain('salah@');
  });

  test.each([
    ['tls-expired', expiredCertificate],
    ['tls-other-name', otherCertificate],
    ['tls-untrusted', strangeCertificate],
  ])('has a certificate that is %s', async (finding, certificate) => {
    const starting = await smtp({ ...certificate, disabledCommands: [] });
    expect((await look(`smtp://127.0.0.1:${starting.port}`)).finding).toBe(finding);
    const wrapped = await smtp({ ...certificate, secure: true });
    expect((await look(`smtps://127.0.0.1:${wrapped.port}`)).finding).toBe(finding);
  });

  test('is not there', async () => {
    const gone = await smtp();
    const url = gone.url;
    await gone.close();
    opened.length = 0;
    expect((await look(url)).finding).toBe('port-closed');
    expect((await look('smtp://tidak-ada.invalid')).finding).toBe('name-not-found');
  });

  test('does not speak TLS, or not at that port', async () => {
    const plain = await smtp();
    expect((await look(`smtps://127.0.0.1:${plain.port}`)).finding).toBe('tls-failed');
    const port = await script('220 uji', '250-uji\r\n250 AUTH PLAIN', '502 5.5.1 apa itu');
    expect((await look(`smtp://nama:rahasia@0.0.0.0:${port}`)).finding).toBe('tls-missing');
  });

  test('refuses this host', async () => {
    expect((await look(`smtp://127.0.0.1:${await script('554 5.7.1 jangan')}`)).finding).toBe('host-refused');
    const port = await script('220 uji', '550 nama apa itu', '550 nama apa itu');
    expect((await look(`smtp://127.0.0.1:${port}`)).finding).toBe('host-refused');
  });

  test('says nothing for ten seconds', async () => {
    const began = performance.now();
    expect((await look(`smtp://127.0.0.1:${await script()}`)).finding).toBe('no-answer');
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 20_000);

  test('is not set', async () => {
    expect((await new SmtpProbe(readEnvironment({})).look(NOW)).finding).toBe('smtp-not-set');
  });
});

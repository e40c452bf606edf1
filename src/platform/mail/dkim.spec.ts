import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { EnvironmentError, readEnvironment } from '../../../config/environment.js';
import type { SmtpTransport } from './smtp-transport.js';
import { buildStoredMail, INVITATION } from './stored-mail.fixture.js';
import { mailTransportProvider } from './transport.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let folder: string;
let received = '';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, _session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      received = Buffer.concat(chunks).toString('latin1');
      callback();
    });
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-dkim-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await new Promise<void>((resolve) => server.close(resolve));
});

function transportWith(DKIM_KEY: string): SmtpTransport {
  const environment = readEnvironment({
    SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    MAIL_FROM: 'Sambang <sambang@kanwil.test>',
    DKIM_KEY,
    DKIM_SELECTOR: 'surat2025',
  });
  return mailTransportProvider.useFactory(environment) as SmtpTransport;
}

// The relaxed canonical forms of RFC 6376 section 3.4.
const relaxedHeader = (field: string) => {
  const [, name = '', value = ''] = /^([^:]+):([\s\S]*)$/.exec(field) ?? [];
  return `${name.toLowerCase().trim()}:${value
    .replace(/\r\n/g, '')
    .replace(/[\t ]+/g, ' ')
    .trim()}`;
};
const relaxedBody = (body: string) =>
  body
    .split('\r\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(?:\r\n)*$/, '\r\n');

test('a mail carries a signature of the sender’s domain that the public key confirms', async () => {
  const file = join(folder, 'key.pem');
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const transport = transportWith(file);
  await transport.send(buildStoredMail({ calendar: { method: 'REQUEST', content: INVITATION } }));
  transport.onApplicationShutdown();

  const end = received.indexOf('\r\n\r\n');
  const fields = received.slice(0, end).split(/\r\n(?![\t ])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
  const tags = new Map(
    relaxedHeader(signature)
      .replace(/^[^:]+:/, '')
      .split(';')
      .map((tag) => {
        const [name = '', ...value] = tag.split('=');
        return [name.trim(), value.join('=').replace(/\s/g, '')] as const;
      }),
  );
  expect(tags.get('d')).toBe('kanwil.test');
  expect(tags.get('s')).toBe('surat2025');
  expect(tags.get('bh')).toBe(
    createHash('sha256')
      .update(relaxedBody(received.slice(end + 4)), 'latin1')
      .digest('base64'),
  );
  const signed = (tags.get('h') ?? '').toLowerCase().split(':');
  expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'date']));
  const headers = signed.map((name) => {
    const field = fields.findLast((each) => each.toLowerCase().startsWith(`${name}:`));
    return `${relaxedHeader(field ?? '')}\r\n`;
  });
  const own = relaxedHeader(signature).replace(/\bb=[^;]*$/, 'b=');
  const verifier = createVerify('RSA-SHA256').update(headers.join('') + own, 'latin1');
  expect(verifier.verify(publicKey, tags.get('b') ?? '', 'base64')).toBe(true);
});

test('a key that is none stops the start, and says why', async () => {
  expect(() => transportWith(join(folder, 'tiada.pem'))).toThrow(EnvironmentError);
  const file = join(folder, 'ed.pem');
  const { privateKey: other } = generateKeyPairSync('ed25519');
  await writeFile(file, other.export({ type: 'pkcs8', format: 'pem' }));
  expect(() => transportWith(file)).toThrow(/DKIM_KEY: it is a key of type ed25519/);
});

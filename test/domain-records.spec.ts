import { generateKeyPairSync, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestNameServer } from './support/dns.js';
import { dkimOf, dmarcOf, exchangeOf } from '../src/platform/mail-checks/domain-records.js';
import { NoNameServer, SystemResolver } from '../src/platform/mail-checks/name-resolver.js';
import { spfOf } from '../src/platform/mail-checks/spf.js';

const DOMAIN = 'surat.contoh.go.id';
const server = new TestNameServer();
const resolver = new SystemResolver();

beforeAll(async () => {
  await server.listen();
  resolver.useServers([server.address]);
});
afterAll(() => server.close());
beforeEach(() => server.records.clear());

const publish = (entries: Readonly<Record<string, string[]>>): void => {
  for (const [key, values] of Object.entries(entries)) server.records.set(key, values);
};

describe('SPF', () => {
  const include = (count: number): string =>
    Array.from({ length: count }, (_, index) => `include:i${index}.test`).join(' ');

  test.each([
    ['spf-missing', {}],
    ['spf-missing', { [`TXT ${DOMAIN}`]: ['google-site-verification=abc', 'v=spf10 all'] }],
    ['spf-good', { [`TXT ${DOMAIN}`]: ['lain', 'v=spf1 ip4:192.0.2.0/24 a mx:lain.test/24 -all'] }],
    ['spf-good', { [`TXT ${DOMAIN}`]: [`v=spf1 ${'ip4:192.0.2.1 '.repeat(40)}~all`] }],
    ['spf-double', { [`TXT ${DOMAIN}`]: ['v=spf1 -all', 'v=spf1 mx -all'] }],
    ['spf-open', { [`TXT ${DOMAIN}`]: ['v=spf1 mx +all'] }],
    ['spf-open', { [`TXT ${DOMAIN}`]: ['v=spf1 all'] }],
    ['spf-good', { [`TXT ${DOMAIN}`]: [`v=spf1 ${include(10)} -all`] }],
    ['spf-too-long', { [`TXT ${DOMAIN}`]: [`v=spf1 ${include(11)} -all`] }],
    [
      'spf-too-long',
      {
        [`TXT ${DOMAIN}`]: ['v=spf1 include:dalam.test a mx -all'],
        'TXT dalam.test': [`v=spf1 ${include(8)} redirect=lanjut.test`],
      },
    ],
    [
      'spf-good',
      {
        [`TXT ${DOMAIN}`]: ['v=spf1 include:putar.test -all'],
        'TXT putar.test': [`v=spf1 include:${DOMAIN} -all`],
      },
    ],
  ])('is %s for %j', async (finding, records) => {
    publish(records);
    expect((await spfOf(DOMAIN, resolver)).finding).toBe(finding);
  });
});

describe('DMARC', () => {
  test.each([
    ['dmarc-missing', {}],
    ['dmarc-good', { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject; rua=mailto:a@b.test'] }],
    ['dmarc-good', { 'TXT _dmarc.contoh.go.id': ['v=DMARC1;p=quarantine'] }],
    ['dmarc-watching', { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=none'] }],
    ['dmarc-faulty', { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; sp=none'] }],
    ['dmarc-faulty', { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] }],
    ['dmarc-missing', { [`TXT _dmarc.${DOMAIN}`]: ['v=spf1 -all'], 'TXT _dmarc.id': ['v=DMARC1; p=none'] }],
  ])('is %s for %j', async (finding, records) => {
    publish(records);
    expect((await dmarcOf(DOMAIN, resolver)).finding).toBe(finding);
  });
});

describe('The way of answers', () => {
  test.each([
    ['mx-missing', {}],
    ['mx-good', { [`MX ${DOMAIN}`]: ['mx.contoh.go.id'] }],
    ['mx-by-address', { [`A ${DOMAIN}`]: ['192.0.2.1'] }],
    ['mx-refuses', { [`MX ${DOMAIN}`]: [''] }],
  ])('is %s for %j', async (finding, records) => {
    publish(records);
    expect((await exchangeOf(DOMAIN, resolver)).finding).toBe(finding);
  });
});

describe('DKIM', () => {
  const pair = (): { privateKey: string; published: string } => {
    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }) as string;
    const published = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
    return { privateKey, published };
  };
  const own = pair();
  const NAME = `TXT sambang._domainkey.${DOMAIN}`;

  test.each([
    ['dkim-missing', []],
    ['dkim-missing', ['v=spf1 -all']],
    ['dkim-good', [`v=DKIM1; k=rsa; p=${own.published}`]],
    ['dkim-good', [`v=DKIM1; k=rsa; p=${own.published.slice(0, 100)} ${own.published.slice(100)}`]],
    ['dkim-other-key', [`v=DKIM1; k=rsa; p=${pair().published}`]],
    ['dkim-revoked', ['v=DKIM1; p=']],
  ])('is %s', async (finding, records) => {
    publish({ [NAME]: records });
    const key = { selector: 'sambang', privateKey: own.privateKey };
    expect((await dkimOf(DOMAIN, key, resolver)).finding).toBe(finding);
  });
});

test('a name server that does not answer is no finding about the domain', async () => {
  server.isSilent = true;
  await expect(exchangeOf(DOMAIN, resolver)).rejects.toThrow(NoNameServer);
  server.isSilent = false;
}, 30_000);

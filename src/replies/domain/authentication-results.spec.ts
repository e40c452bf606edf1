import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verificationOf } from './authentication-results.js';
import type { HeaderLine } from './results-syntax.js';

const header = (line: string): HeaderLine => ({ key: line.split(':')[0]!.toLowerCase(), line });
const results = (value: string): HeaderLine => header(`Authentication-Results: ${value}`);
const judged = (...lines: HeaderLine[]) => verificationOf(lines, 'mx.sambang.test', 'contoh.test');

describe('the own server vouches for the domain of From', () => {
  test.each([
    ['dmarc=pass header.from=contoh.test'],
    ['spf=pass smtp.mailfrom=uji@lain.test; dkim=none; dmarc=pass (p=none dis=none) header.from=contoh.test'],
    ['dkim=pass (2048-bit key) header.d=contoh.test header.s=x'],
    ['dkim=pass header.i=@contoh.test'],
    ['dkim=fail header.d=lain.test; dkim=pass header.d=contoh.test'],
    ['spf=pass smtp.mailfrom=contoh.test'],
    ['spf=pass smtp.mailfrom="a b"@contoh.test'],
    ['dmarc = pass header.from = Contoh.Test'],
    ['dmarc/1=pass header.from=contoh.test'],
    ['\r\n\tdkim=pass\r\n\theader.d=contoh.test'],
  ])('%s', (value) => {
    expect(judged(results(`mx.sambang.test; ${value}`))).toBe('pass');
    expect(judged(results(`MX.Sambang.test 1;${value}`))).toBe('pass');
  });

  test('by the organisation above it, not by one below', () => {
    const vouched = (by: string, domain: string) =>
      verificationOf([results(`mx.test; dkim=pass header.d=${by}`)], 'mx.test', domain);
    expect(vouched('kemenimipas.go.id', 'rutan.kemenimipas.go.id')).toBe('pass');
    expect(vouched('jahat.contoh.test', 'contoh.test')).toBe('none');
    expect(vouched('toh.test', 'contoh.test')).toBe('none');
    expect(vouched('test', 'contoh.test')).toBe('none');
  });
});

describe('nothing is proved by', () => {
  test.each([
    ['results of another domain', 'mx.sambang.test; dmarc=pass header.from=jahat.test'],
    ['DMARC without the domain it looked at', 'mx.sambang.test; dmarc=pass'],
    ['SPF of the greeting', 'mx.sambang.test; spf=pass smtp.helo=contoh.test'],
    ['no result', 'mx.sambang.test; none'],
    [
      'softer results',
      'mx.sambang.test; spf=softfail smtp.mailfrom=contoh.test; dkim=neutral header.d=contoh.test',
    ],
    ['another server', 'mx.jahat.test; dmarc=pass header.from=contoh.test'],
    ['a comment', 'mx.sambang.test (; dmarc=pass header.from=contoh.test)'],
    [
      'a quoted local part that looks like a result',
      'mx.sambang.test; spf=pass smtp.mailfrom="x; dmarc=pass header.from=contoh.test"@jahat.test',
    ],
    [
      'a quoted local part that looks like a property',
      'mx.sambang.test; dkim=pass header.i="x header.d=contoh.test"@jahat.test',
    ],
    [
      'an escaped quote',
      'mx.sambang.test; spf=pass smtp.mailfrom="x\\"; dkim=pass header.d=contoh.test"@jahat.test',
    ],
  ])('%s', (_, value) => {
    expect(judged(results(value))).toBe('none');
  });

  test('anything when no server is named, or From has no one domain', () => {
    const lines = [results('mx.sambang.test; dmarc=pass header.from=contoh.test')];
    expect(verificationOf(lines, undefined, 'contoh.test')).toBe('none');
    expect(verificationOf(lines, 'mx.sambang.test', '')).toBe('none');
  });
});

test('what stands below other headers is the sender’s, whosoever’s name it bears', () => {
  const forged = results('mx.sambang.test; dmarc=pass header.from=contoh.test');
  const received = header('Received: from x by mx.sambang.test');
  expect(judged(results('mx.sambang.test; spf=none'), received, forged)).toBe('none');
  expect(judged(results('mx.jahat.test; spf=none'), forged)).toBe('none');
  expect(judged(results('mx.sambang.test; dmarc=fail header.from=contoh.test'), forged)).toBe('fail');
  expect(judged(results('mx.sambang.test; dmarc=none'), forged)).toBe('none');
  const two = [
    results('mx.sambang.test; spf=none'),
    results('mx.sambang.test; dkim=pass header.d=contoh.test'),
  ];
  expect(judged(received, ...two)).toBe('pass');
  const forgedBelow = [
    results('mx.sambang.test; spf=none; dkim=none'),
    results('mx.sambang.test; dkim=pass header.d=contoh.test'),
  ];
  expect(judged(received, ...forgedBelow)).toBe('none');
});

test('a failed DMARC is said to have failed, a failed SPF alone is not', () => {
  expect(judged(results('mx.sambang.test; dmarc=fail header.from=contoh.test'))).toBe('fail');
  expect(judged(results('mx.sambang.test; spf=fail smtp.mailfrom=contoh.test'))).toBe('none');
  expect(judged(header('Received-SPF: fail (mx.sambang.test)'))).toBe('none');
});

test('whatever is in it, no quoted text of a sender proves anything', () => {
  const part = fc.constantFrom(
    ';',
    ' ',
    '(',
    ')',
    '\\"',
    '\\\\',
    'dmarc=pass',
    'dkim=pass',
    'header.from=contoh.test',
    'header.d=contoh.test',
    '@',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const local = `"${parts.join('')}"`;
      expect(judged(results(`mx.sambang.test; spf=pass smtp.mailfrom=${local}@jahat.test; dkim=none`))).toBe(
        'none',
      );
    }),
    { numRuns: 500 },
  );
});

describe('what the own server sealed before a mail was forwarded', () => {
  const arc = (i: number, server: string, verdict: string, by: string): HeaderLine[] => [
    header(`ARC-Seal: i=${i}; a=rsa-sha256; cv=none; d=${by}; s=x; b=abc`),
    header(`ARC-Authentication-Results: i=${i};\r\n\t${server};\r\n\t${verdict}`),
  ];
  const pass = 'dmarc=pass header.from=contoh.test';
  const broken = 'dmarc=fail header.from=contoh.test; arc=pass';
  const own = results(`mx.sambang.test; ${broken}`);

  test('saves a DMARC that the way broke', () => {
    expect(judged(own, ...arc(1, 'mx.sambang.test', pass, 'sambang.test'))).toBe('pass');
    expect(
      judged(
        own,
        ...arc(2, 'mx.lain.test', 'dmarc=fail', 'lain.test'),
        ...arc(1, 'mx.sambang.test', pass, 'sambang.test'),
      ),
    ).toBe('pass');
  });

  test.each<[string, HeaderLine, HeaderLine[]]>([
    [
      'a chain that does not hold',
      results('mx.sambang.test; dmarc=fail header.from=contoh.test; arc=fail'),
      arc(1, 'mx.sambang.test', pass, 'sambang.test'),
    ],
    [
      'a chain that holds and one that does not',
      results(`mx.sambang.test; ${broken}; arc=fail`),
      arc(1, 'mx.sambang.test', pass, 'sambang.test'),
    ],
    [
      'a chain that another server found to hold',
      results(`mx.jahat.test; ${broken}`),
      arc(1, 'mx.sambang.test', pass, 'sambang.test'),
    ],
    ['results of another server', own, arc(1, 'mx.jahat.test', pass, 'jahat.test')],
    ['our name in the set of somebody else', own, arc(1, 'mx.sambang.test', pass, 'jahat.test')],
    ['a seal of a top domain', own, arc(1, 'mx.sambang.test', pass, 'test')],
    [
      'a second seal of the same instance',
      own,
      [...arc(1, 'mx.sambang.test', pass, 'jahat.test'), header('ARC-Seal: i=1; d=sambang.test; b=x')],
    ],
    [
      'our results about another domain',
      own,
      arc(1, 'mx.sambang.test', 'dmarc=pass header.from=lain.test', 'sambang.test'),
    ],
    [
      'our results that failed',
      own,
      arc(1, 'mx.sambang.test', 'dmarc=fail header.from=contoh.test', 'sambang.test'),
    ],
  ])('not by %s', (_, first, chain) => {
    expect(judged(first, ...chain)).not.toBe('pass');
  });
});

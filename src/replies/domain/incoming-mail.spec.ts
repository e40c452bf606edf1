import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readIncomingMail, type IncomingMail } from './incoming-mail.js';

const folder = join(import.meta.dirname, '..', '..', '..', 'test', 'cases', 'mail');
const UID = '0199a5b4-1111-7000-8000-000000000001';
const object = (...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${UID}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const ACCEPTED = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sari@contoh.test';
const read = (octets: Buffer, type = 'text/calendar; charset=utf-8; method=REPLY'): Promise<IncomingMail> =>
  readIncomingMail(
    Buffer.from(
      [
        'From: sari@contoh.test',
        `Content-Type: ${type}`,
        'Content-Transfer-Encoding: base64',
        '',
        octets.toString('base64'),
        '',
      ].join('\r\n'),
    ),
  );
const comment = async (octets: Buffer, type?: string) => (await read(octets, type)).replies[0]?.comment;

describe('the charset of a part is kept to', () => {
  const text = object(ACCEPTED, 'COMMENT:Maaf – “apel” di Kélapa');
  const utf16 = Buffer.from(text, 'utf16le');
  const windows = Buffer.from(
    text.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'),
    'latin1',
  );
  const type = (charset: string) => `text/calendar; charset=${charset}; method=REPLY`;
  test.each([
    ['UTF-8', Buffer.from(text), type('utf-8')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), type('utf-16')],
    [
      'UTF-16, the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      type('utf-16'),
    ],
    ['UTF-16 that is called UTF-8', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), type('utf-8')],
    ['UTF-16LE without a mark', utf16, type('utf-16le')],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), type('utf-8')],
    ['windows-1252', windows, type('windows-1252')],
    ['windows-1252 that is called UTF-8', windows, type('utf-8')],
    ['windows-1252 that is called nothing', windows, 'text/calendar; method=REPLY'],
    ['a charset that nobody knows', Buffer.from(text), type('x-unknown')],
  ])('%s', async (_, octets, said) => {
    expect(await comment(octets, said)).toBe('Maaf – “apel” di Kélapa');
  });
});

describe('an object is read as far as it can be', () => {
  const replies = async (text: string, type?: string) => (await read(Buffer.from(text), type)).replies;

  test.each([
    ['a line that is none', 'ini bukan baris'],
    ['a parameter without an end', 'X-RUSAK;CN="tak ditutup:x'],
    ['a colon alone', ':'],
    ['a value that cannot be', 'DTSTART:kemarin'],
    ['a folded line that is none', 'bukan\r\n  baris'],
  ])('with %s', async (_, line) => {
    expect(await replies(object(line, ACCEPTED, 'COMMENT:Maaf'))).toMatchObject([
      { uid: UID, attendees: [{ status: 'ACCEPTED' }], comment: 'Maaf' },
    ]);
  });

  test('with METHOD only in the type of the part', async () => {
    const without = object(ACCEPTED).replace('METHOD:REPLY\r\n', '');
    expect(await replies(without)).toMatchObject([{ method: 'REPLY' }]);
    expect(await replies(without, 'text/calendar; charset=utf-8')).toEqual([]);
  });

  test('with several events, and with words before it', async () => {
    const two = object(ACCEPTED, 'END:VEVENT', 'BEGIN:VEVENT', 'UID:lain', ACCEPTED);
    expect((await replies(`\ufeffContent-Type: x\r\n\r\n${two}`)).map(({ uid }) => uid)).toEqual([
      UID,
      'lain',
    ]);
  });

  test.each([
    [
      'DURATION',
      ['DTSTART:20270107T033000Z', 'DURATION:PT3H'],
      '2027-01-07T03:30:00Z',
      '2027-01-07T06:30:00Z',
    ],
    [
      'a zone by its IANA name',
      ['DTSTART;TZID=Asia/Makassar:20270107T140000', 'DTEND;TZID=Asia/Makassar:20270107T170000'],
      '2027-01-07T06:00:00Z',
      '2027-01-07T09:00:00Z',
    ],
    [
      'a zone by its Windows name',
      [
        'DTSTART;TZID=SE Asia Standard Time:20270107T140000',
        'DTEND;TZID="SE Asia Standard Time":20270107T170000',
      ],
      '2027-01-07T07:00:00Z',
      '2027-01-07T10:00:00Z',
    ],
    [
      'what it is off UTC',
      ['DTSTART;TZID="(UTC+09:00) Jayapura":20270107T140000', 'DURATION:PT1H'],
      '2027-01-07T05:00:00Z',
      '2027-01-07T06:00:00Z',
    ],
  ])('with %s', async (_, lines, startsAt, endsAt) => {
    expect(await replies(object(...lines, ACCEPTED))).toMatchObject([
      { startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    ]);
  });

  test.each([
    ['floating', ['DTSTART:20270107T140000', 'DURATION:PT1H']],
    ['a zone that nobody knows', ['DTSTART;TZID=Rumah:20270107T140000', 'DTEND;TZID=Rumah:20270107T150000']],
    ['out of range', ['DTSTART:20270107T140000Z', 'DURATION:P99999999W']],
  ])('%s tells no end', async (_, lines) => {
    expect(await replies(object(...lines, ACCEPTED))).toMatchObject([{ endsAt: null }]);
  });
});

describe('what is signed opaquely is opened', () => {
  test.each(['smime-opaque-der', 'smime-opaque-ber'])('%s', async (name) => {
    const mail = await readIncomingMail(await readFile(join(folder, `${name}.eml`)));
    expect(mail).toMatchObject({ senders: ['sari@contoh.test'], words: 'Saya hadir.' });
    expect(mail.replies).toMatchObject([
      { uid: UID, attendees: [{ email: 'sari@contoh.test', status: 'ACCEPTED' }] },
    ]);
  });

  test('however broken, it ends in nothing', async () => {
    const whole = await readFile(join(folder, 'smime-opaque-der.eml'));
    const header = whole.indexOf('\n\n') > 0 ? whole.indexOf('\n\n') + 2 : 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - header - 1), fc.nat(25), async (at, letter) => {
        const broken = Buffer.from(whole);
        broken[header + at] = 65 + letter;
        await readIncomingMail(broken.subarray(0, at % 3 === 0 ? header + at : whole.length));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a report of a failure is read in the form of each server', () => {
  const MESSAGE = '<01a22395-5f1e-77d7-b09d-7c54716071b2@sambang.test>';
  const report = async (name: string) => {
    const text = (await readFile(join(folder, `${name}.eml`), 'utf8'))
      .replaceAll('@MESSAGE_ID@', MESSAGE)
      .replaceAll('@RECIPIENT@', 'uji@contoh.test')
      .replaceAll('@RETURN@', 'jadwal@sambang.test');
    return readIncomingMail(Buffer.from(text.replace(/\n/g, '\r\n')));
  };

  test.each([
    ['bounce-exim', '5.1.1'],
    ['bounce-exim-local', '5.1.1'],
    ['bounce-qmail', '5.1.1'],
    ['bounce-gmail', '5.1.1'],
    ['bounce-gmail-plain', '5.1.1'],
    ['bounce-exchange', '5.1.1'],
    ['bounce-office365', '5.1.10'],
  ])('%s', async (name, status) => {
    expect((await report(name)).bounces).toEqual([
      { recipients: ['uji@contoh.test'], status, messageId: MESSAGE },
    ]);
  });

  test('and a server that still tries has not failed', async () => {
    expect((await report('bounce-exim-delay')).bounces).toEqual([]);
  });

  test('nor is a person one who forwards such a report', async () => {
    const text = await readFile(join(folder, 'bounce-qmail.eml'), 'utf8');
    const forwarded = text.replace('MAILER-DAEMON@mail.contoh.test', 'sari@contoh.test');
    expect((await readIncomingMail(Buffer.from(forwarded))).bounces).toEqual([]);
  });
});

test('nothing that comes from outside throws out of the reading, but a mail without end', async () => {
  const pieces = [
    'BEGIN:VCALENDAR',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'METHOD:REPLY',
    'DTSTART;TZID=',
    'DURATION:-P',
    'ATTENDEE;PARTSTAT="',
    'UID:',
    'Content-Type: application/pkcs7-mime',
    'From: MAILER-DAEMON@x',
    '',
    'X-Failed-Recipients: a@b.test',
    '<a@b.test>:',
  ];
  const mail = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 25,
    })
    .map((lines) => lines.join('\r\n'));
  await fc.assert(
    fc.asyncProperty(mail, fc.boolean(), async (text, isCalendar) => {
      await (isCalendar ? read(Buffer.from(text)) : readIncomingMail(Buffer.from(text)));
    }),
    { numRuns: 400 },
  );
});

test('what is long is not read for long', async () => {
  const dashes = `From: MAILER-DAEMON@x.test\r\n\r\n${'-'.repeat(200_000)}\r\n${'<'.repeat(100_000)}`;
  const nested = Buffer.concat(Array.from({ length: 50_000 }, () => Buffer.from([0x30, 0x80])));
  const events = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nX:"\r\nEND:VEVENT\r\n'.repeat(10_000)}END:VCALENDAR`;
  const started = performance.now();
  await readIncomingMail(Buffer.from(dashes));
  await read(nested, 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m');
  await read(Buffer.from(events));
  expect(performance.now() - started).toBeLessThan(30_000);
});

describe('texts of a mail are cleaned before anybody reads them', () => {
  // Composed, without controls, characters that are none, halves of characters, and marks that turn the order.
  const DIRTY = 'Ma\u0308u\u0000\u0007 \ufffe\uffff\u202edatang\u2066 \ud83d!';
  const CLEAN = 'Mäu datang !';
  const mailOf = (subject: string, words: string): Buffer =>
    Buffer.from(
      [
        'From: sari@contoh.test',
        `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(words).toString('base64'),
        '',
      ].join('\r\n'),
    );
  const squeezed = (text: string | undefined): string =>
    (text ?? '').replace(/\ufffd/g, '').replace(/ +/g, ' ');

  test('subject, words and comments', async () => {
    const { subject, words } = await readIncomingMail(mailOf(DIRTY, DIRTY));
    expect([squeezed(subject), squeezed(words)]).toEqual([CLEAN, CLEAN]);
    expect(squeezed(await comment(Buffer.from(object(ACCEPTED, `COMMENT:${DIRTY}`))))).toBe(CLEAN);
  });

  test('that show nothing are empty', async () => {
    const unseen = '\u200b\u2060 \u3164\u115f';
    const { subject, words } = await readIncomingMail(mailOf(unseen, unseen));
    expect([subject, words]).toEqual(['', '']);
    expect(await comment(Buffer.from(object(ACCEPTED, `COMMENT:${unseen}`)))).toBe('');
  });

  test('and cut without leaving half of a character', async () => {
    const long = `${'a'.repeat(299)}😀${'b'.repeat(300)}`;
    const { subject, words } = await readIncomingMail(
      mailOf(long, `${'a'.repeat(498)}😀 ${'b'.repeat(300)}`),
    );
    expect([/\p{Cs}/u.test(subject), /\p{Cs}/u.test(words)]).toEqual([false, false]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { buildMessage } from './mime.js';
import type { StoredMail } from './outgoing-mail.js';
import { buildStoredMail, INVITATION } from './stored-mail.fixture.js';

const FROM = 'Sambang Ditjenpas <sambang@sambang.test>';
const invitation = { method: 'REQUEST', content: INVITATION } as const;

async function rawBytes(mail: StoredMail): Promise<string> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail(buildMessage(mail, FROM));
  return (message as Buffer).toString('latin1');
}

/** The header lines of a message or part, unfolded (RFC 5322 section 2.2.3). */
function headerLines(part: string): string[] {
  const [head = ''] = part.split('\r\n\r\n');
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}

/** The value of a header, or undefined. */
function header(part: string, name: string): string | undefined {
  const start = `${name.toLowerCase()}: `;
  return headerLines(part)
    .find((line) => line.toLowerCase().startsWith(start))
    ?.slice(start.length);
}

/** The parts of a multipart (RFC 2046 section 5.1.1). */
function partsOf(multipart: string): string[] {
  const boundary = /boundary="([^"]+)"/.exec(header(multipart, 'Content-Type') ?? '')?.[1] ?? '';
  const pieces = multipart.split(`\r\n--${boundary}`);
  expect(pieces.at(-1)).toMatch(/^--/);
  return pieces.slice(1, -1).map((piece) => piece.replace(/^\r\n/, ''));
}

const bodyOf = (part: string): string => part.slice(part.indexOf('\r\n\r\n') + 4);
const typeOf = (part: string): string | undefined => header(part, 'Content-Type')?.split(';')[0];

describe('a mail with a calendar part', () => {
  test('is mixed of an alternative, calendar last, and the same file', async () => {
    const [alternative = '', file = '', ...more] = partsOf(
      await rawBytes(buildStoredMail({ calendar: invitation })),
    );
    expect(more).toEqual([]);
    expect(typeOf(alternative)).toBe('multipart/alternative');
    expect(partsOf(alternative).map(typeOf)).toEqual(['text/plain', 'text/html', 'text/calendar']);
    expect(header(file, 'Content-Type')).toMatch(/^application\/ics; name="?invite\.ics"?$/);
    expect(header(file, 'Content-Disposition')).toMatch(/^attachment; filename="?invite\.ics"?$/);
  });

  test.each(['REQUEST', 'CANCEL'] as const)('names its method %s, charset and encoding', async (method) => {
    const [alternative = ''] = partsOf(
      await rawBytes(buildStoredMail({ calendar: { ...invitation, method } })),
    );
    const calendar = partsOf(alternative).at(-1) ?? '';
    expect(header(calendar, 'Content-Type')).toBe(`text/calendar; charset=utf-8; method=${method}`);
    expect(header(calendar, 'Content-Transfer-Encoding')).toBe('base64');
    expect(header(calendar, 'Content-Disposition')).toBeUndefined();
  });

  test('carries the calendar octet for octet, both times', async () => {
    const [alternative = '', file = ''] = partsOf(await rawBytes(buildStoredMail({ calendar: invitation })));
    for (const part of [partsOf(alternative).at(-1) ?? '', file]) {
      expect(header(part, 'Content-Transfer-Encoding')).toBe('base64');
      expect(Buffer.from(bodyOf(part), 'base64').toString('utf8')).toBe(INVITATION);
    }
  });
});

describe('a mail without a calendar part', () => {
  test('is an alternative of text and HTML in UTF-8', async () => {
    const raw = await rawBytes(buildStoredMail());
    expect(typeOf(raw)).toBe('multipart/alternative');
    expect(partsOf(raw).map((part) => header(part, 'Content-Type'))).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
    ]);
  });

  test('reads the same in an independent parser', async () => {
    const mail = buildStoredMail();
    const read = await simpleParser(Buffer.from(await rawBytes(mail), 'latin1'));
    expect(read.subject).toBe(mail.subject);
    expect(read.text).toBe(mail.text);
    expect(read.html).toBe(mail.html);
    expect(read.to).toMatchObject({ value: [{ name: 'Siti Aminah, S.H.', address: 'siti@contoh.test' }] });
    expect(read.from).toMatchObject({
      value: [{ name: 'Sambang Ditjenpas', address: 'sambang@sambang.test' }],
    });
    expect(read.messageId).toBe(mail.messageId);
    expect(read.date).toEqual(mail.createdAt);
  });
});

describe('the headers', () => {
  test('mark a mail written by a program, and its stream', async () => {
    const raw = await rawBytes(buildStoredMail());
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(raw, 'X-Auto-Response-Suppress')).toBe('OOF, AutoReply');
    expect(header(raw, 'List-Id')).toBe(
      'Kunjungan di Sambang <0199a5b4-1111-7000-8000-000000000002.sambang.sambang.test>',
    );
    expect(header(raw, 'X-Mailer')).toBeUndefined();
  });

  test('name the house alone for a mail of no stream', async () => {
    expect(header(await rawBytes(buildStoredMail({ stream: null })), 'List-Id')).toBe(
      'Sambang <sambang.sambang.test>',
    );
  });

  test('lead to the first mail of the stream, and to where its kind is refused with one click', async () => {
    const first = '<pertama@sambang.test>';
    const refusalUrl = 'https://sambang.test/berhenti/x';
    const raw = await rawBytes(buildStoredMail({ firstMessageId: first, refusalUrl }));
    expect(header(raw, 'In-Reply-To')).toBe(first);
    expect(header(raw, 'References')).toBe(first);
    expect(header(raw, 'List-Unsubscribe')).toBe(`<${refusalUrl}>`);
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const plain = await rawBytes(buildStoredMail());
    for (const name of ['In-Reply-To', 'References', 'List-Unsubscribe', 'List-Unsubscribe-Post'])
      expect([name, header(plain, name)]).toEqual([name, undefined]);
  });

  test('take no line break and no second address from a value', async () => {
    const raw = await rawBytes(
      buildStoredMail({
        stream: 'x>\r\nBcc: a@jahat.test',
        to: { name: 'Budi"\r\nBcc: b@jahat.test', email: 'budi@contoh.test' },
        subject: 'Halo\r\nBcc: c@jahat.test\r\n\r\nisi',
      }),
    );
    expect(headerLines(raw).filter((line) => /^bcc:/i.test(line))).toEqual([]);
    const read = await simpleParser(Buffer.from(raw, 'latin1'));
    expect(read.to).toMatchObject({ value: [{ address: 'budi@contoh.test' }] });
    expect(read.subject).toBe('Halo Bcc: c@jahat.test isi');
  });

  test('an envelope has the one recipient, whatever the address looks like', () => {
    const to = { name: '', email: 'a@contoh.test, b@jahat.test' };
    expect(buildMessage(buildStoredMail({ to }), FROM).envelope).toEqual({
      from: 'sambang@sambang.test',
      to: ['a@contoh.test, b@jahat.test'],
    });
  });

  test('name the return address: as sender of what it organizes, else where answers go; bounces always', () => {
    const returnAddress = 'sambang+abc@sambang.test';
    const [house, back] = ['sambang@sambang.test', returnAddress].map((address) => ({
      name: 'Sambang Ditjenpas',
      address,
    }));
    const scheduling = buildMessage(buildStoredMail({ returnAddress, calendar: invitation }), FROM);
    expect([scheduling.from, scheduling.replyTo]).toEqual([back, undefined]);
    const other = buildMessage(buildStoredMail({ returnAddress }), FROM);
    expect([other.from, other.replyTo]).toEqual([house, { name: '', address: returnAddress }]);
    const called = { ...invitation, organizer: 'Rutan\r\nBanjarnegara' };
    expect(buildMessage(buildStoredMail({ returnAddress, calendar: called }), FROM).from).toEqual({
      name: 'Rutan Banjarnegara',
      address: returnAddress,
    });
    expect(buildMessage(buildStoredMail({ calendar: called }), FROM).from).toEqual(house);
    for (const { envelope } of [scheduling, other]) expect(envelope).toMatchObject({ from: returnAddress });
  });

  test('take a sender without a name', () => {
    expect(buildMessage(buildStoredMail(), 'sambang@localhost').from).toEqual({
      name: '',
      address: 'sambang@localhost',
    });
  });
});

test('files go along with their names and types, unchanged', async () => {
  const pdf = {
    filename: 'Laporan Sinergi.pdf',
    contentType: 'application/pdf',
    content: Buffer.from([0, 255, 13]),
  };
  const { attachments, text } = await simpleParser(await rawBytes(buildStoredMail({ attachments: [pdf] })));
  expect(
    attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  ).toEqual([pdf]);
  expect(text).toContain('Anda diundang');
});

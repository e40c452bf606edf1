import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBounces } from './bounce.js';
import { readCalendarReplies } from './calendar-reply.js';

const server = 'Reporting-MTA: dns; mx.contoh.test\r\n';
const group = (...lines: string[]) => `\r\n${lines.join('\r\n')}\r\n`;
const failed = group(
  'Final-Recipient: rfc822; Sari@Contoh.test',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1',
  ' tidak dikenal',
);

describe('a delivery report', () => {
  test('names the address, the code and the mail that came back', () => {
    expect(readBounces(server + failed, 'Subject: x\r\nMessage-ID: <1@sambang.test>\r\n')).toEqual([
      {
        recipients: ['sari@contoh.test'],
        status: '5.1.1',
        messageId: '<1@sambang.test>',
      },
    ]);
  });

  test('of a delay, a relay or a success tells nothing', () => {
    for (const action of ['delayed', 'relayed', 'delivered', 'expanded']) {
      expect(readBounces(server + failed.replace('failed', action), '')).toEqual([]);
    }
  });

  test('tells of each address that failed, with LF alone too', () => {
    const two = server + failed + failed.replace('Sari', 'Tono') + failed.replace('failed', 'delayed');
    expect(readBounces(two.replaceAll('\r\n', '\n'), '').map(({ recipients }) => recipients)).toEqual([
      ['sari@contoh.test'],
      ['tono@contoh.test'],
    ]);
  });

  test('of a forwarded mail names both addresses', () => {
    const forwarded = failed.replace('Action', 'Original-Recipient: rfc822;sari.lama@contoh.test\r\nAction');
    expect(readBounces(server + forwarded, '')[0]?.recipients).toEqual([
      'sari@contoh.test',
      'sari.lama@contoh.test',
    ]);
  });

  test('that is vague is read from what the server answered', () => {
    const status = (...lines: string[]) =>
      readBounces(server + group('Final-Recipient: rfc822; a@b.test', 'Action: failed', ...lines), '')[0]
        ?.status;
    expect(status('Status: 5.0.0', 'Diagnostic-Code: smtp; 550 5.2.1 closed')).toBe('5.2.1');
    expect(status('Status: 4.2.2', 'Diagnostic-Code: smtp; 550 5.1.1 x')).toBe('4.2.2');
    expect(status('Status: 5.0.0')).toBe('5.0.0');
    expect(status('Diagnostic-Code: smtp; 550 no')).toBe('5.0.0');
  });

  test('of thousands of addresses is read to its bound', () => {
    const many = server + Array.from({ length: 5_000 }, () => failed).join('');
    expect(readBounces(many, '').length).toBeLessThanOrEqual(20);
  });

  test('falls back to the original recipient, and to a code of its own', () => {
    const bare = group('Original-Recipient: rfc822;<sari@contoh.test>', 'Action: Failed');
    expect(readBounces(bare, '')).toEqual([
      { recipients: ['sari@contoh.test'], status: '5.0.0', messageId: null },
    ]);
  });
});

test('whatever comes, reading it throws nothing', () => {
  const piece = fc.constantFrom(
    ...[
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'METHOD:REPLY',
      'UID:x',
      'DTSTAMP:9',
    ],
    ...[
      'ATTENDEE;PARTSTAT="A:mailto:a@b',
      'Action: failed',
      'Final-Recipient: rfc822;',
      '\r\n',
      '\n\n',
      ':;="\\',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 20 })
    .map((parts) => parts.join('\r\n'));
  fc.assert(
    fc.property(text, (given) => {
      readBounces(given, given);
      readCalendarReplies(given);
    }),
    { numRuns: 500 },
  );
});

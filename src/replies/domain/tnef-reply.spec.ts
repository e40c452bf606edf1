import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readIncomingMail } from './incoming-mail.js';
import { readTnefReply } from './tnef-reply.js';

const UID = '0199A5B4-1111-7000-8000-000000000001';

function attribute(number: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(number, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, octet) => (total + octet) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

/** A winmail.dat as Outlook writes it for a meeting response, with the invitation's UID in its GlobalObjectId. */
function winmail(messageClass: string, uid = UID): Buffer {
  const objectId = Buffer.from(
    '040000008200E00074C5B7101A82E00800000000' + '00000000000000000000000000000000' + '32000000',
    'hex',
  );
  const properties = [
    Buffer.from([2, 0, 0, 0]),
    objectId,
    Buffer.from(`vCal-Uid\u0001\0\0\0${uid}\0`, 'latin1'),
  ];
  return Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00]),
    attribute(0x00089006, Buffer.from([0, 0, 1, 0])),
    attribute(0x00078008, Buffer.from(`${messageClass}\0`, 'latin1')),
    attribute(0x00069003, Buffer.concat(properties)),
  ]);
}

const senders = ['sari@contoh.test'];

describe('the answer in a winmail.dat', () => {
  test.each([
    ['IPM.Microsoft Schedule.MtgRespP', 'ACCEPTED'],
    ['IPM.Microsoft Schedule.MtgRespA', 'TENTATIVE'],
    ['IPM.Microsoft Schedule.MtgRespN', 'DECLINED'],
    ['IPM.Schedule.Meeting.Resp.Neg', 'DECLINED'],
  ])('%s is the sender’s', (messageClass, status) => {
    expect(readTnefReply(winmail(messageClass), senders)).toMatchObject({
      method: 'REPLY',
      uid: UID.toLowerCase(),
      attendees: [{ email: 'sari@contoh.test', status }],
    });
  });

  test.each([
    ['a mail that is no answer', winmail('IPM.Microsoft Mail.Note')],
    ['an answer to a meeting of Exchange', winmail('IPM.Microsoft Schedule.MtgRespP', '')],
    ['no TNEF', Buffer.from('winmail')],
    ['nothing', Buffer.alloc(0)],
    ['an attribute longer than the file', winmail('IPM.Microsoft Schedule.MtgRespP').subarray(0, 70)],
  ])('%s has none', (_, content) => {
    expect(readTnefReply(content, senders)).toBeNull();
  });

  test('however broken, it ends in nothing', () => {
    const whole = winmail('IPM.Microsoft Schedule.MtgRespP');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, octet, length) => {
        const broken = Buffer.from(whole.subarray(0, length));
        if (at < length) broken[at] = octet;
        readTnefReply(broken, senders);
      }),
    );
  });

  test('is read out of its mail', async () => {
    const mail = [
      'From: Sari <sari@contoh.test>',
      'Subject: Accepted: Studi tiru',
      'Date: Sat, 28 Nov 2026 19:16:01 +0000',
      'Content-Type: multipart/mixed; boundary="batas"',
      '',
      '--batas',
      'Content-Type: text/plain',
      '',
      'Siap',
      '--batas',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      winmail('IPM.Microsoft Schedule.MtgRespP').toString('base64'),
      '--batas--',
      '',
    ].join('\r\n');
    expect((await readIncomingMail(Buffer.from(mail))).replies).toMatchObject([
      { uid: UID.toLowerCase(), attendees: [{ status: 'ACCEPTED' }] },
    ]);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { returnAddressOf, schedulingMail } from './support/replies.js';
import { confirmed } from './support/visits.js';

const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'guest', role: 'member' };
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('a mail with a letter that PostgreSQL does not store is read like any other', async () => {
  const { guest, host } = await usualPeople(app);
  const visit = await confirmed(app, guest, host, { participants: [tono] });
  await app.settle();
  const to = await returnAddressOf(app, visit.id, tono.email);
  const receive = (mail: string) => app.app.get(ReceiveMail).execute(Buffer.from(mail));
  const words = await receive(
    `From: ${tono.email}\r\nTo: ${to}\r\nIn-Reply-To: <a\u0000b@contoh.test>\r\nSubject: Re\u0000: x\r\n\r\nSiap\u0000, hadir.\r\n`,
  );
  expect(words).not.toBeNull();
  const substitute = schedulingMail(tono, 'REPLY', [
    `UID:${visit.id}`,
    `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:wakil\u0000@contoh.test":mailto:${tono.email}`,
  ]);
  await receive(substitute.replace(/^To: .*$/m, `To: ${to}`));
  const bounce = [
    'From: mailer-daemon@contoh.test',
    `To: ${to}`,
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; to\u0000no@contoh.test',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <x\u0000@contoh.test>',
    '',
    '--b--',
  ];
  await receive(bounce.join('\r\n'));
  const outcomes = await app.database.query<{ outcome: string }>('SELECT outcome FROM received_mail');
  expect(outcomes).toHaveLength(3);
});

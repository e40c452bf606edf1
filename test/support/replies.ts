import { ReturnAddresses } from '../../src/platform/mail/return-addresses.js';
import type { TestApp } from './app.js';

/** What the mail programs of the invited send back, in the layouts they are known for. */
export interface ReplyFacts {
  uid: string;
  sequence: number;
  /** PARTSTAT. */
  status: string;
  email: string;
  name: string;
  /** DTSTAMP, UTC basic format. */
  stamp: string;
  /** Where it is sent: the return address of whoever answers, as programs do it, unless left out. */
  to?: string;
}

/** The address that somebody invited answers to, which proves whose answer it is. */
export const returnAddressOf = (app: TestApp, visitId: string, email: string): Promise<string> =>
  app.app.get(ReturnAddresses).of(visitId, email);

const lines = (...all: string[]): string => all.join('\r\n');
const folded = (base64: string): string => base64.replace(/(.{76})/g, '$1\r\n');
const base64 = (text: string): string => folded(Buffer.from(text).toString('base64'));
const quotedPrintable = (text: string): string =>
  text
    .replace(/=/g, '=3D')
    .replace(/[\u0080-\uffff]+/g, (run) =>
      [...Buffer.from(run)].map((octet) => `=${octet.toString(16).toUpperCase()}`).join(''),
    )
    .replace(/(.{70})(?!\r\n)/g, '$1=\r\n');

const event = (method: string, product: string, ...properties: string[]): string =>
  lines(
    'BEGIN:VCALENDAR',
    `PRODID:${product}`,
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...properties,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );

const header = (
  { name, email, to = 'sambang@localhost' }: ReplyFacts,
  subject: string,
  type: string,
): string[] => [
  `From: ${name} <${email}>`,
  `To: Sambang <${to}>`,
  `Subject: ${subject}`,
  `Message-ID: <${Math.random().toString(36).slice(2)}@mail.test>`,
  'Date: Mon, 20 Oct 2025 08:30:00 +0700',
  'MIME-Version: 1.0',
  `Content-Type: ${type}`,
];

const part = (type: string, encoding: string, body: string): string[] => [
  '--batas',
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
  '',
  body,
];

const attendee = ({ status, email, name }: ReplyFacts): string =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${status};CN=${name}:mailto:${email}`;

/** The whole event comes back, base64, once as a part and once as an attachment. */
function gmail(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    '-//Google Inc//Google Calendar 70.9054//EN',
    'DTSTART:20251030T020000Z',
    'DTEND:20251030T050000Z',
    `DTSTAMP:${facts.stamp}`,
    'ORGANIZER;CN=Rutan Banjarnegara:mailto:sambang@localhost',
    `UID:${facts.uid}`,
    attendee(facts).replace(/(.{74})/, '$1\r\n '),
    'CREATED:20251020T010000Z',
    'DESCRIPTION:Waktu: Kamis\\, 30 Oktober 2025',
    'LAST-MODIFIED:20251020T013000Z',
    'LOCATION:Aula',
    `SEQUENCE:${facts.sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Studi tiru',
    'TRANSP:OPAQUE',
  );
  return lines(
    ...header(facts, 'Accepted: Studi tiru', 'multipart/mixed; boundary="batas"'),
    '',
    '--batas',
    'Content-Type: multipart/alternative; boundary="dalam"',
    '',
    '--dalam',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    `${facts.name} has replied`,
    '--dalam',
    'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    base64(object),
    '--dalam--',
    ...part('application/ics; name="invite.ics"', 'base64', base64(object)),
    '--batas--',
    '',
  );
}

/** Quoted-printable, a zone of Microsoft's own name, many X- properties. */
function outlookDesktop(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'CLASS:PUBLIC',
    'COMMENT;LANGUAGE=id:Baik – saya hadir',
    'DTSTART:20251030T020000Z',
    'DTEND:20251030T050000Z',
    `DTSTAMP:${facts.stamp}`,
    'PRIORITY:5',
    `SEQUENCE:${facts.sequence}`,
    'SUMMARY;LANGUAGE=id:Diterima: Studi tiru',
    `UID:${facts.uid}`,
    `ATTENDEE;PARTSTAT=${facts.status}:mailto:${facts.email}`,
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
  );
  return lines(
    ...header(facts, 'Diterima: Studi tiru', 'multipart/alternative; boundary="batas"'),
    '',
    ...part('text/plain; charset="us-ascii"', '7bit', ''),
    ...part('text/calendar; charset="utf-8"; method=REPLY', 'quoted-printable', quotedPrintable(object)),
    '--batas--',
    '',
  );
}

/** No ORGANIZER, address in capitals, base64. */
function outlookCom(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    'Microsoft Exchange Server 2010',
    `ATTENDEE;PARTSTAT=${facts.status};CN=${facts.name}:MAILTO:${facts.email.toUpperCase()}`,
    'COMMENT;LANGUAGE=en-US:\\n',
    `UID:${facts.uid.toUpperCase()}`,
    'SUMMARY;LANGUAGE=en-US:Accepted: Studi tiru',
    'DTSTART:20251030T020000Z',
    'DTEND:20251030T050000Z',
    'CLASS:PUBLIC',
    `DTSTAMP:${facts.stamp}`,
    'TRANSP:OPAQUE',
    'STATUS:CONFIRMED',
    `SEQUENCE:${facts.sequence}`,
  );
  return lines(
    ...header(facts, 'Accepted: Studi tiru', 'multipart/alternative; boundary="batas"'),
    '',
    ...part('text/html; charset="utf-8"', 'base64', base64('<html><body></body></html>')),
    ...part('text/calendar; charset="utf-8"; method=REPLY', 'base64', base64(object)),
    '--batas--',
    '',
  );
}

/** The calendar only as an attached file. */
function appleMail(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    '-//Apple Inc.//macOS 15.1//EN',
    `UID:${facts.uid}`,
    'DTEND;TZID=Asia/Jakarta:20251030T120000',
    attendee(facts),
    'SUMMARY:Studi tiru',
    'DTSTART;TZID=Asia/Jakarta:20251030T090000',
    `DTSTAMP:${facts.stamp}`,
    'ORGANIZER;CN=Rutan Banjarnegara:mailto:sambang@localhost',
    `SEQUENCE:${facts.sequence}`,
  );
  return lines(
    ...header(facts, 'Accepted: Studi tiru', 'multipart/mixed; boundary="batas"'),
    '',
    ...part('text/plain; charset=us-ascii', '7bit', `${facts.name} has accepted`),
    ...part(
      'text/calendar; name=iCal-20251020.ics; method=REPLY',
      'quoted-printable',
      quotedPrintable(object),
    ),
    '--batas--',
    '',
  );
}

/** All attendees of the event come back, with a name that needs a quoted parameter. */
function thunderbird(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
    `DTSTAMP:${facts.stamp}`,
    `UID:${facts.uid}`,
    'SUMMARY:Studi tiru',
    'ORGANIZER;CN="Rutan Banjarnegara":mailto:sambang@localhost',
    'ATTENDEE;CN="Budi; lain";PARTSTAT=DECLINED:mailto:orang.lain@contoh.test',
    attendee({ ...facts, name: '"Sari, A.Md."' }),
    'DTSTART:20251030T020000Z',
    'DTEND:20251030T050000Z',
    `SEQUENCE:${facts.sequence}`,
    'X-MOZ-RECEIVED-DTSTAMP:20251020T010000Z',
  );
  return lines(
    ...header(facts, 'Undangan diterima', 'multipart/alternative; boundary="batas"'),
    '',
    ...part('text/plain; charset=UTF-8', '8bit', 'diterima'),
    ...part('text/calendar; method=REPLY; charset=UTF-8', '8bit', object),
    '--batas--',
    '',
  );
}

/** One part only, LF line ends, no SEQUENCE. */
function samsung(facts: ReplyFacts): string {
  const object = event(
    'REPLY',
    '-//Samsung Electronics//Calendar//EN',
    `UID:${facts.uid}`,
    `DTSTAMP:${facts.stamp}`,
    attendee(facts),
    'SUMMARY:Studi tiru',
  );
  return lines(
    ...header(facts, 'Accepted', 'text/calendar; charset=utf-8; method=REPLY'),
    '',
    object.replace(/\r\n/g, '\n'),
  );
}

export const clientReplies = {
  Gmail: gmail,
  'Outlook desktop': outlookDesktop,
  'outlook.com': outlookCom,
  'Apple Mail': appleMail,
  Thunderbird: thunderbird,
  Samsung: samsung,
} as const;

/** A REPLY or COUNTER with properties of one's choice. */
export function schedulingMail(
  from: Pick<ReplyFacts, 'name' | 'email' | 'to'>,
  method: string,
  properties: string[],
  headers: string[] = [],
): string {
  const facts = { ...from, uid: '', sequence: 0, status: '', stamp: '' };
  return lines(
    ...headers,
    ...header(facts, 'Jawaban', `text/calendar; charset=utf-8; method=${method}`),
    '',
    event(method, '-//contoh//ID', ...properties),
  );
}

/** What a mail server sends when it gives a mail up (RFC 3464). */
export function deliveryReport(
  recipient: string,
  action: string,
  messageId: string,
  said = '5.1.1',
  to = 'sambang@localhost',
): string {
  return lines(
    'From: MAILER-DAEMON@mx.test',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="batas"',
    '',
    ...part('text/plain', '7bit', 'I could not deliver your message.'),
    ...part(
      'message/delivery-status',
      '7bit',
      lines(
        'Reporting-MTA: dns; mx.test',
        '',
        `Final-Recipient: rfc822; ${recipient}`,
        `Action: ${action}`,
        `Status: ${said}`,
        `Diagnostic-Code: smtp; 550 ${said} no such user`,
        ' here',
      ),
    ),
    ...part('text/rfc822-headers', '7bit', lines(`Message-ID: ${messageId}`, 'Subject: Undangan', '')),
    '--batas--',
    '',
  );
}

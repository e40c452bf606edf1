import type { StoredMail } from './outgoing-mail.js';

/** An invitation's calendar object: a folded line and letters beyond ASCII. */
export const INVITATION = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Sambang//ID',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:0199aaaa@sambang.test',
  'DTSTAMP:20251020T020000Z',
  'DTSTART:20251030T020000Z',
  'SUMMARY:Studi tiru ketahanan pangan – Rutan Banj',
  ' arnegara',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** A stored mail for tests, with what a test names put in. */
export function buildStoredMail(given: Partial<StoredMail> = {}): StoredMail {
  return {
    id: '0199a5b4-0000-7000-8000-000000000001',
    position: '17',
    stream: '0199a5b4-1111-7000-8000-000000000002',
    to: { name: 'Siti Aminah, S.H.', email: 'siti@contoh.test' },
    subject: 'Undangan: Studi tiru – Kamis, 30 Oktober 2025',
    text: 'Yth. Ibu Siti,\n\nAnda diundang – pukul 09.00–12.00 WIB.\n',
    html: '<p>Yth. Ibu Siti,</p><p>Anda diundang – pukul 09.00–12.00 WIB.</p>',
    messageId: '<0199a5b4-0000-7000-8000-000000000001@sambang.test>',
    returnAddress: null,
    calendar: null,
    attachments: [],
    createdAt: new Date('2025-10-20T02:00:00Z'),
    firstMessageId: null,
    refusalUrl: null,
    ...given,
  };
}

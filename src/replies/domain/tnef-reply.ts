import type { CalendarReply } from './calendar-reply.js';

/** TNEF_SIGNATURE, and the attributes that a meeting response is told by (MS-OXTNEF sections 2.1.3.1 and 2.1.3.3). */
const SIGNATURE = 0x223e9f78;
const MESSAGE_CLASS = 0x00078008;
const MESSAGE_PROPERTIES = 0x00069003;
const MOST_ATTRIBUTES = 1_000;

/** How a calendar object's UID stands in a GlobalObjectId (MS-OXCICAL section 2.1.3.1.1.20.26). */
const OWN_UID = /vCal-Uid\u0001\u0000\u0000\u0000([\x21-\x7e]{1,255})\u0000/;

/** Message classes of answers, as TNEF shortens them and as Outlook knows them. */
const answers: readonly (readonly [ending: RegExp, status: string])[] = [
  [/(?:\.MtgRespP|\.Resp\.Pos)$/, 'ACCEPTED'],
  [/(?:\.MtgRespA|\.Resp\.Tent)$/, 'TENTATIVE'],
  [/(?:\.MtgRespN|\.Resp\.Neg)$/, 'DECLINED'],
];

/**
 * The answer in a winmail.dat, by which Outlook answers instead of an iCalendar object: of whoever sent it, since it
 * names no attendee. Null for what is no answer to an invitation of an iCalendar UID.
 *
 * @param senders every address in From, in lower case
 */
export function readTnefReply(content: Buffer, senders: readonly string[]): CalendarReply | null {
  const attributes = attributesOf(content);
  const messageClass = attributes.get(MESSAGE_CLASS)?.toString('latin1').replace(/\0+$/, '') ?? '';
  const status = answers.find(([ending]) => ending.test(messageClass))?.[1];
  const uid = OWN_UID.exec(attributes.get(MESSAGE_PROPERTIES)?.toString('latin1') ?? '')?.[1];
  if (status === undefined || uid === undefined) return null;
  const attendee = { status, delegatedTo: null, delegatedFrom: null };
  return {
    method: 'REPLY',
    uid: uid.toLowerCase(),
    sequence: null,
    stampedAt: null,
    organizer: null,
    attendees: senders.filter(Boolean).map((email) => ({ ...attendee, email })),
    comment: '',
    startsAt: null,
    endsAt: null,
    occurrence: null,
  };
}

/** Attributes by their number, the first of each; as far as they are whole. */
function attributesOf(content: Buffer): ReadonlyMap<number, Buffer> {
  const found = new Map<number, Buffer>();
  if (content.length < 6 || content.readUInt32LE(0) !== SIGNATURE) return found;
  let at = 6;
  for (let count = 0; count < MOST_ATTRIBUTES && at + 9 <= content.length; count += 1) {
    const number = content.readUInt32LE(at + 1);
    const end = at + 9 + content.readUInt32LE(at + 5);
    if (end > content.length) break;
    if (!found.has(number)) found.set(number, content.subarray(at + 9, end));
    at = end + 2; // a checksum follows
  }
  return found;
}

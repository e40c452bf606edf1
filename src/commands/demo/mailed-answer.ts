import ICAL from 'ical.js';
import { OwnFeeds, ReadFeed, type FeedDocument } from '../../calendars/index.js';
import { Database } from '../../platform/database/database.js';
import { outcomeWords, ReceiveMail } from '../../replies/index.js';
import type { Stage } from './stage.js';

/** How a calendar program answers an invitation (RFC 5545 section 3.2.12). */
export type MailedStatus = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

/**
 * Lets a calendar program answer the last invitation of somebody with an account, by a mail that is taken in like any
 * other, and tells what the personal feed held before and after.
 */
export async function answerByMail(
  stage: Stage,
  visitId: string,
  email: string,
  status: MailedStatus,
  at: Date,
): Promise<string> {
  const actor = stage.actor(email);
  const { feed, url } = await stage.use(OwnFeeds).create(actor, { scope: 'me' });
  const secret = /([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';
  const before = await readFeed(stage, secret);
  const reply = replyTo(await invitationOf(stage, visitId, email), email, status, at);
  const received = await stage.use(ReceiveMail).execute(Buffer.from(reply));
  const after = await readFeed(stage, secret);
  await stage.use(OwnFeeds).revoke(actor, feed.id);
  const became = received ? outcomeWords[received.outcome] : 'sudah pernah diterima';
  return (
    `${became}; the feed of ${email} ${before.etag === after.etag ? 'stays' : 'changes'}, ` +
    `${eventsIn(before.bytes.toString())} events before and ${eventsIn(after.bytes.toString())} after`
  );
}

async function readFeed(stage: Stage, secret: string): Promise<FeedDocument> {
  const feeds = stage.use(ReadFeed);
  return feeds.read(await feeds.open(secret));
}

async function invitationOf(stage: Stage, visitId: string, email: string): Promise<string> {
  const [mail] = await stage.use(Database).query<{ content: string }>(
    `SELECT calendar_content AS content /* never null: a mail with a method has a calendar */ FROM mail
     WHERE stream = $1 AND recipient_email = $2 AND calendar_method = 'REQUEST' ORDER BY position DESC LIMIT 1`,
    [visitId, email],
  );
  if (!mail) throw new Error(`${email} was not invited`);
  return mail.content;
}

/** The invited event sent back with another PARTSTAT, as most programs do it. */
function replyTo(invitation: string, email: string, status: MailedStatus, now: Date): string {
  const calendar = new ICAL.Component(ICAL.parse(invitation) as unknown[]);
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = calendar.getFirstSubcomponent('vevent');
  event?.getFirstProperty('attendee')?.setParameter('partstat', status);
  event?.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  return [
    `From: ${email}`,
    `To: ${String(event?.getFirstPropertyValue('organizer')).replace(/^mailto:/i, '')}`,
    `Subject: ${status}`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar.toString()).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}

const eventsIn = (body: string): number => body.split('BEGIN:VEVENT').length - 1;

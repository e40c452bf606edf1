import { simpleParser, type ParsedMail } from 'mailparser';
import { readBounces, type Bounce } from './bounce.js';
import { readCalendarReply, type CalendarReply } from './calendar-reply.js';

/** A mail as far as Sambang reads it. */
export interface IncomingMail {
  /** Address in From, in lower case; empty when there is none. */
  sender: string;
  subject: string;
  /** Whether the receiving server noted that the sender's domain did not send it (RFC 8601, RFC 7489). */
  failsChecks: boolean;
  reply: CalendarReply | null;
  bounces: Bounce[];
}

const calendarTypes = ['text/calendar', 'application/ics'];

/** Reads a mail of whatever layout and encoding; what is no mail at all has an empty sender and subject. */
export async function readIncomingMail(source: Buffer): Promise<IncomingMail> {
  const mail = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return {
    sender: mail.from?.value[0]?.address?.toLowerCase() ?? '',
    subject: (mail.subject ?? '').slice(0, 300),
    failsChecks: failsChecks(mail),
    reply: firstReply(mail),
    bounces: bouncesOf(mail),
  };
}

/** The topmost result is the receiving server's own; those below may be the sender's invention. */
function failsChecks(mail: ParsedMail): boolean {
  const results = mail.headerLines.find(({ key }) => key === 'authentication-results')?.line ?? '';
  return /\bdmarc\s*=\s*fail\b/i.test(results);
}

function firstReply({ attachments }: ParsedMail): CalendarReply | null {
  for (const { contentType, filename, content } of attachments) {
    if (!calendarTypes.includes(contentType) && !/\.ics$/i.test(filename ?? '')) continue;
    const reply = readCalendarReply(content.toString('utf8'));
    if (reply) return reply;
  }
  return null;
}

function bouncesOf({ attachments }: ParsedMail): Bounce[] {
  const textOf = (...types: string[]): string =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8') ?? '';
  return readBounces(
    textOf('message/delivery-status', 'message/global-delivery-status'),
    textOf('message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers'),
  );
}

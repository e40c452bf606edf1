import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { plainWords } from '../../platform/text/plain-words.js';
import { tokenIn } from '../../platform/text/return-token.js';
import { verificationOf, type Verification } from './authentication-results.js';
import { readBounces, type Bounce } from './bounce.js';
import { readCalendarReply, type CalendarReply } from './calendar-reply.js';

/** The recipient of a visit's mails, whose return address something came to. */
export interface AddressOwner {
  /** The visit's id, as a rule. */
  stream: string;
  /** In lower case. */
  email: string;
}

/** A mail as far as Sambang reads it. */
export interface IncomingMail {
  /** Every address in From, in lower case. */
  senders: string[];
  subject: string;
  /** What the own server found out about the domain of From. */
  verification: Verification;
  /** Tokens of return addresses that the mail was sent to, or names as ORGANIZER. */
  tokens: string[];
  /** Message-IDs, with angle brackets, of what it answers. */
  answeredMails: string[];
  /** Whether a program wrote it by itself (RFC 3834). */
  isAutomatic: boolean;
  /** What a person wrote, without what is quoted and without links; empty when there is nothing. */
  words: string;
  reply: CalendarReply | null;
  bounces: Bounce[];
}

const calendarTypes = ['text/calendar', 'application/ics'];
/** Headers by which servers tell whom a mail was for, beside To and Cc. */
const deliveryHeaders = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
/** More than any mail has reason to name. */
const MOST_TOKENS = 10;
const MOST_ANSWERED = 20;
const LONGEST_WORDS = 500;

/**
 * Reads a mail of whatever layout and encoding; what is no mail at all has no sender and no subject.
 *
 * @param serverId authserv-id of the own server, whose Authentication-Results count
 */
export async function readIncomingMail(source: Buffer, serverId?: string): Promise<IncomingMail> {
  const mail = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const senders = sendersOf(mail);
  const [sender = '', ...others] = senders;
  const domain = others.length === 0 ? sender.slice(sender.lastIndexOf('@') + 1) : '';
  const reply = firstReply(mail);
  return {
    senders,
    subject: (mail.subject ?? '').slice(0, 300),
    verification: verificationOf(mail.headerLines, serverId, domain),
    tokens: tokensOf(mail, reply),
    answeredMails: answeredMails(mail),
    isAutomatic: isAutomatic(mail),
    words: wordsOf(mail),
    reply,
    bounces: bouncesOf(mail),
  };
}

/** Each From header counts, and each address in one: a program may show any of them. */
function sendersOf({ headerLines, from }: ParsedMail): string[] {
  const parsed = addressesIn(from);
  const count = headerLines.filter(({ key }) => key === 'from').length;
  return count > 1 ? [...parsed, ''] : parsed;
}

function addressesIn(fields: AddressObject | AddressObject[] | undefined): string[] {
  const all = fields === undefined ? [] : Array.isArray(fields) ? fields : [fields];
  return all
    .flatMap(({ value }) => value.flatMap((each) => [each, ...(each.group ?? [])]))
    .flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}

function tokensOf({ to, cc, headerLines }: ParsedMail, reply: CalendarReply | null): string[] {
  const delivered = headerLines
    .filter(({ key }) => deliveryHeaders.includes(key))
    .map(({ line }) => line.slice(0, 1_000));
  const named = [...addressesIn(to), ...addressesIn(cc), ...delivered, reply?.organizer ?? ''];
  const tokens = named.flatMap((address) => tokenIn(address) ?? []);
  return [...new Set(tokens)].slice(0, MOST_TOKENS);
}

function answeredMails({ inReplyTo, references }: ParsedMail): string[] {
  const ids = [inReplyTo ?? '', ...(Array.isArray(references) ? references : [references ?? ''])];
  return ids.flatMap((id) => id.match(/<[^<>\s\p{Cc}]{1,200}>/gu) ?? []).slice(0, MOST_ANSWERED);
}

function isAutomatic({ headers }: ParsedMail): boolean {
  const said = headers.get('auto-submitted');
  const isSubmitted = typeof said === 'string' && !/^no\b/i.test(said);
  return isSubmitted || headers.has('x-auto-response-suppress') || headers.has('x-autoreply');
}

/** What stands above the first quoted line; a line that only announces the quote goes too. */
function wordsOf({ text }: ParsedMail): string {
  const lines = (text ?? '').slice(0, 20_000).split(/\r?\n/);
  const quoted = lines.findIndex((line) => /^\s*>/.test(line) || /^-{2,} ?(?:Original|Pesan)/i.test(line));
  const own = quoted < 0 ? lines : lines.slice(0, quoted);
  while (own.length > 0 && /^\s*$|:\s*$/.test(own.at(-1) ?? '')) own.pop();
  return plainWords(own.join('\n'), LONGEST_WORDS);
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

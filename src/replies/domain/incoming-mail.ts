import type { AddressObject, Attachment, ParsedMail } from 'mailparser';
import { cleanBeginning } from '../../platform/text/clean-text.js';
import { plainWords } from '../../platform/text/plain-words.js';
import { UNKNOWN_STATUS } from '../../platform/text/delivery-status.js';
import { isInstantInRange } from '../../platform/text/date-range.js';
import { comparableEmail } from '../../platform/text/emails.js';
import { tokenIn } from '../../platform/text/return-token.js';
import { verificationOf, type Verification } from './authentication-results.js';
import { readBounces, type Bounce } from './bounce.js';
import { readCalendarReplies, type CalendarReply } from './calendar-reply.js';
import { signedEntity } from './opaque-signed.js';
import { partText } from './part-text.js';
import { readTnefReply } from './tnef-reply.js';
import { readPlainBounces, statusInWords } from './plain-bounce.js';

/** The recipient of a visit's mails, whose return address something came to. */
export interface ReturnRecipient {
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
  /** Its Date; null when it has none that can be. */
  sentAt: Date | null;
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
  /** What its calendar parts say, an event each. */
  replies: CalendarReply[];
  bounces: Bounce[];
}

const calendarTypes = ['text/calendar', 'application/ics'];
/** Headers by which servers tell whom a mail was for, beside To and Cc. */
const deliveryHeaders = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
/** More than any mail has reason to name. */
const MOST_TOKENS = 10;
const MOST_ANSWERED = 20;
const LONGEST_WORDS = 500;
const LONGEST_SUBJECT = 300;
/** Calendar parts that are looked at; programs write the same one twice. */
const MOST_CALENDARS = 10;
/** Events of all calendar parts together that are looked at. */
const MOST_REPLIES = 40;
const tnefTypes = ['application/ms-tnef', 'application/vnd.ms-tnef'];
const signedTypes = ['application/pkcs7-mime', 'application/x-pkcs7-mime'];

/**
 * Reads a mail of whatever layout and encoding; what is no mail at all has no sender and no subject.
 *
 * @param serverId authserv-id of the own server, whose Authentication-Results count
 */
export async function readIncomingMail(source: Buffer, serverId?: string): Promise<IncomingMail> {
  const mail = await opened(await parse(source));
  const senders = sendersOf(mail);
  const [sender = '', ...others] = senders;
  const domain = others.length === 0 ? sender.slice(sender.lastIndexOf('@') + 1) : '';
  const replies = repliesOf(mail, senders);
  return {
    senders,
    subject: cleanBeginning(mail.subject ?? '', LONGEST_SUBJECT),
    sentAt: mail.date && isInstantInRange(mail.date) ? mail.date : null,
    verification: verificationOf(mail.headerLines, serverId, domain),
    tokens: tokensOf(mail, replies),
    answeredMails: answeredMails(mail),
    isAutomatic: isAutomatic(mail),
    words: wordsOf(mail),
    replies,
    bounces: bouncesOf(mail, senders),
  };
}

async function parse(source: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  return simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
}

/** The mail with what an opaque-signed part holds, once: its header stays that of the mail that came. */
async function opened(mail: ParsedMail): Promise<ParsedMail> {
  const signed = mail.attachments.find(({ contentType }) => signedTypes.includes(contentType));
  const entity = signed ? signedEntity(signed.content) : null;
  if (!entity) return mail;
  const { attachments, text } = await parse(entity);
  return { ...mail, attachments: [...mail.attachments, ...attachments], text: text ?? mail.text };
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
    .flatMap(({ address }) => (address ? [comparableEmail(address)] : []));
}

function tokensOf({ to, cc, headerLines }: ParsedMail, replies: readonly CalendarReply[]): string[] {
  const delivered = headerLines
    .filter(({ key }) => deliveryHeaders.includes(key))
    .map(({ line }) => line.slice(0, 1_000));
  const named = [
    ...addressesIn(to),
    ...addressesIn(cc),
    ...delivered,
    ...replies.map((reply) => reply.organizer ?? ''),
  ];
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

/** What calendar parts say; where there is none, what Outlook says in its own format. */
function repliesOf({ attachments }: ParsedMail, senders: readonly string[]): CalendarReply[] {
  const calendars = attachments.filter(
    ({ contentType, filename }) => calendarTypes.includes(contentType) || /\.ics$/i.test(filename ?? ''),
  );
  const replies = calendars.slice(0, MOST_CALENDARS).flatMap((part) => {
    const text = partText(part.content, parameter(part, 'charset'));
    return readCalendarReplies(text, parameter(part, 'method'));
  });
  if (replies.length > 0) return replies.slice(0, MOST_REPLIES);
  return attachments
    .filter(({ contentType, filename }) => tnefTypes.includes(contentType) || filename === 'winmail.dat')
    .slice(0, MOST_CALENDARS)
    .flatMap(({ content }) => readTnefReply(content, senders) ?? []);
}

/** A parameter of a part's Content-Type. */
function parameter({ headers }: Attachment, name: string): string | undefined {
  const type: unknown = headers.get('content-type');
  const parameters = typeof type === 'object' && type !== null && 'params' in type ? type.params : null;
  const value = parameters ? (parameters as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function bouncesOf(
  { attachments, headerLines, subject = '', text = '' }: ParsedMail,
  senders: string[],
): Bounce[] {
  const textOf = (...types: string[]): string =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8') ?? '';
  const status = textOf('message/delivery-status', 'message/global-delivery-status');
  const returned = textOf(
    'message/rfc822',
    'text/rfc822-headers',
    'message/rfc822-headers',
    'message/global-headers',
  );
  if (status !== '') {
    // Where the report has no more than "failed", the words for people beside it may tell what it was.
    return readBounces(status, returned).map((bounce) =>
      bounce.status === UNKNOWN_STATUS ? { ...bounce, status: statusInWords(text.slice(0, 20_000)) } : bounce,
    );
  }
  const failed = headerLines
    .filter(({ key }) => key === 'x-failed-recipients')
    .map(({ line }) => line.slice(line.indexOf(':') + 1));
  return readPlainBounces({ senders, subject, failed, text: `${text}\n${returned}` });
}

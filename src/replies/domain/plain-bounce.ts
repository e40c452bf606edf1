import { comparableEmail, isOneAddress } from '../../platform/text/emails.js';
import { statusIn, UNKNOWN_STATUS } from '../../platform/text/delivery-status.js';
import type { Bounce } from './bounce.js';

/** What a report says that a server wrote in plain words: Exim, qmail, older Gmail. */
export interface PlainReport {
  /** Addresses in From, in lower case. */
  senders: readonly string[];
  subject: string;
  /** Values of X-Failed-Recipients, which Exim and Gmail write. */
  failed: readonly string[];
  text: string;
}

const LONGEST = 64 * 1024;
const MOST_ADDRESSES = 20;

/** A server that waits says so; it has not given up. */
const WAITS =
  /\bdelay|\bwarning\b|will (?:continue|keep) to (?:try|be)|will be retried|has not yet been|tertunda/i;
/** Where the mail that came back begins. */
const RETURNED =
  /^-{3,80}[^\n-][^\n]{0,200}(?:copy of (?:the|your) message|original message|returned message)|^--- Below this line|^Return-path:/im;
/** Words for a mailbox or a domain that does not exist, where a server tells no code. */
const unknownMailbox =
  /no mailbox here by that name|no such user|user unknown|unknown user|mailbox not found|address (?:was )?not found|unrouteable address|does(?:n't| not) exist/i;
const unknownDomain =
  /couldn't find any host (?:by that name|named)|domain .{1,80} (?:not found|couldn't be found)/i;

/** Reads the failures that a server tells in plain words; nothing of what is no such report. */
export function readPlainBounces({ senders, subject, failed, text }: PlainReport): Bounce[] {
  const isFromServer = senders.some((sender) => /^(?:mailer-daemon|postmaster)@/.test(sender));
  if ((!isFromServer && failed.length === 0) || WAITS.test(subject)) return [];
  const read = text.slice(0, LONGEST).replace(/\r\n?/g, '\n');
  const at = read.search(RETURNED);
  const said = at < 0 ? read : read.slice(0, at);
  if (WAITS.test(said)) return [];
  const recipients = [...new Set([...failed, ...namedIn(said)].flatMap(addressesOf))].slice(
    0,
    MOST_ADDRESSES,
  );
  if (recipients.length === 0) return [];
  const messageId =
    /^[ \t]*message-id:\s*(<[^<>\s\p{Cc}]{1,300}>)/imu.exec(read.slice(Math.max(at, 0)))?.[1] ?? null;
  return recipients.map((email) => ({ recipients: [email], status: statusInWords(said), messageId }));
}

/** A line that holds an address alone, as Exim, Gmail and (with angle brackets and a colon) qmail name what failed. */
function namedIn(said: string): string[] {
  return [...said.matchAll(/^[ \t]*<?([^\s<>@]{1,64}@[^\s<>@:]{1,255})>?:?[ \t]*$/gm)].map(
    ([, email = '']) => email,
  );
}

const addressesOf = (field: string): string[] => field.split(',').map(comparableEmail).filter(isOneAddress);

/** The status code in what a server wrote, else the one that its words mean. */
export function statusInWords(said: string): string {
  const told = statusIn(said);
  if (told !== null) return told;
  if (unknownDomain.test(said)) return '5.1.2';
  return unknownMailbox.test(said) ? '5.1.1' : UNKNOWN_STATUS;
}

import { smtpFailure, type SmtpFailure } from './smtp-failure.js';

/**
 * What a failed try says about the mail.
 *
 * - `server-fault`: our server cannot be used, or our settings are wrong; no other mail would fare better. Costs no try.
 * - `sender-blocked`: the answer is about who sends, not about this mail; others to that domain fare alike. Costs no try.
 * - `later`: this mail may get through on another day (a full mailbox, greylisting).
 * - `in-doubt`: it was handed over whole and the answer was lost; it may have arrived.
 * - `refused`: this mail is not taken, for good.
 * - `address-dead`: there is no such address, for good.
 */
export type MailFate = 'server-fault' | 'sender-blocked' | 'later' | 'in-doubt' | 'refused' | 'address-dead';

/** A fate, or one for an answer to the recipient and one for an answer to the content. */
type Judged = MailFate | readonly [recipient: MailFate, content: MailFate];

/**
 * What a permanent answer (5yz) means by its enhanced status code (RFC 3463, and the registry that RFC 5248 opened).
 * A code of a subject that is not here by itself is judged as the subject's `*`.
 */
export const permanentFates: Readonly<Record<string, Judged>> = {
  '0.*': 'refused',
  '1.*': 'refused',
  '1.1': 'address-dead', // bad destination mailbox address
  '1.2': 'address-dead', // bad destination system address
  '1.3': 'address-dead', // bad destination mailbox address syntax
  '1.6': 'address-dead', // destination mailbox has moved
  '1.7': 'sender-blocked', // bad sender's mailbox address syntax
  '1.8': 'sender-blocked', // bad sender's system address
  '1.10': 'address-dead', // recipient address has null MX (RFC 7505)
  '2.*': 'refused',
  '2.1': 'address-dead', // mailbox disabled, not accepting messages
  '2.2': 'later', // mailbox full: its owner may empty it within days
  '3.*': 'sender-blocked', // the system, not the mail
  '3.3': 'refused', // system not capable of selected features
  '3.4': 'refused', // message too big for system
  '3.5': 'server-fault', // system incorrectly configured
  '3.6': 'refused', // requested priority was changed
  '4.*': 'refused', // routing beyond the server
  '5.*': 'refused',
  '5.1': 'sender-blocked', // invalid command
  '5.2': 'sender-blocked', // syntax error
  '6.*': 'refused', // content
  '7.*': ['sender-blocked', 'refused'],
  '7.2': 'refused', // mailing list expansion prohibited
  '7.5': 'refused', // cryptographic failure
  '7.6': 'refused', // cryptographic algorithm not supported
  '7.7': 'refused', // message integrity failure
  '7.3': 'server-fault', // security conversion required but not possible
  '7.4': 'server-fault', // security features not supported
  '7.8': 'server-fault', // authentication credentials invalid
  '7.9': 'server-fault', // authentication mechanism is too weak
  '7.10': 'server-fault', // encryption needed
  '7.11': 'server-fault', // encryption required for requested authentication mechanism
  '7.12': 'server-fault', // a password transition is needed
  '7.13': 'server-fault', // user account disabled
  '7.14': 'server-fault', // trust relationship required
  '7.17': 'refused', // mailbox owner has changed (RFC 7293)
  '7.18': 'refused', // domain owner has changed
  '7.19': 'refused', // RRVS test cannot be completed
  '7.20': 'sender-blocked', // no passing DKIM signature found (RFC 7372)
  '7.21': 'sender-blocked', // no acceptable DKIM signature found
  '7.22': 'sender-blocked', // no valid author-matched DKIM signature found
  '7.23': 'sender-blocked', // SPF validation failed
  '7.24': 'sender-blocked', // SPF validation error
  '7.25': 'sender-blocked', // reverse DNS validation failed
  '7.26': 'sender-blocked', // multiple authentication checks failed
  '7.27': 'sender-blocked', // sender address has null MX (RFC 7505)
  '7.28': 'sender-blocked', // mail flood detected
  '7.29': 'sender-blocked', // ARC validation failure
  '7.30': 'refused', // REQUIRETLS support required
};

/** What a temporary answer (4yz) means where it is more than "later". */
export const temporaryFates: Readonly<Record<string, Judged>> = {
  '1.7': 'sender-blocked',
  '1.8': 'sender-blocked',
  '3.1': 'server-fault', // mail system full
  '3.5': 'server-fault',
  '7.8': 'server-fault',
  '7.20': 'sender-blocked',
  '7.21': 'sender-blocked',
  '7.22': 'sender-blocked',
  '7.23': 'sender-blocked',
  '7.24': 'sender-blocked',
  '7.25': 'sender-blocked',
  '7.26': 'sender-blocked',
  '7.27': 'sender-blocked',
  '7.28': 'sender-blocked',
  '7.29': 'sender-blocked',
};

/** What a permanent answer without an enhanced status code means by its digits (RFC 5321 section 4.2.3). */
export const bareFates: Readonly<Record<number, Judged>> = {
  500: 'sender-blocked', // command not recognized
  502: 'sender-blocked', // command not implemented
  503: 'sender-blocked', // bad sequence of commands
  504: 'sender-blocked', // parameter not implemented
  521: 'sender-blocked', // host does not accept mail (RFC 7504)
  552: ['later', 'refused'], // storage exceeded: of the mailbox, of the message after its content
  554: ['sender-blocked', 'refused'], // transaction failed: policy at the recipient, the message after its content
  555: 'sender-blocked', // parameters of MAIL or RCPT not recognized
  556: 'address-dead', // domain does not accept mail (RFC 7504)
};

/** Answers that ask the sender to sign in or to sign in better (RFC 4954 section 6). */
const SIGN_IN_REPLIES: readonly number[] = [454, 523, 530, 534, 535, 538];

/** The server closes the transmission channel (RFC 5321 section 3.8). */
const CLOSING = 421;

/** Faults of a try without an answer that are ours: the way to the server, the sign-in, the disk of the folder. */
const OWN_FAULTS: ReadonlySet<string> = new Set([
  ...[
    'ECONNECTION',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EDNS',
    'ESOCKET',
  ],
  ...[
    'EAUTH',
    'ENOAUTH',
    'EOAUTH2',
    'ETLS',
    'EREQUIRETLS',
    'EPROXY',
    'EPROTOCOL',
    'ECONFIG',
    'ETIMEDOUT',
    'EPIPE',
  ],
  ...[
    'ENOSPC',
    'EDQUOT',
    'EROFS',
    'EACCES',
    'EPERM',
    'EIO',
    'ENOENT',
    'ENOTDIR',
    'EISDIR',
    'EMFILE',
    'ENFILE',
  ],
]);

/** Faults that nodemailer finds in the mail before it says anything to the server. */
const UNSENDABLE: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * Judges a mail by the enhanced status code of a report that it came back (RFC 3464). Whether the recipient or the
 * content was refused is not told there: what may be about the sender is no fault of the mail.
 */
export function judgeStatus(code: string): MailFate {
  const [, kind, status] = /^([45])\.(\d{1,3}\.\d{1,3})$/.exec(code) ?? [];
  if (kind === undefined || status === undefined) return 'refused';
  const judged = kind === '4' ? temporary(status) : permanent(status);
  return typeof judged === 'string' ? judged : judged[0];
}

/** Whether a status code says that the address itself is dead; a full mailbox, a blocked sender, 4.y.z do not. */
export const isDeadAddress = (code: string): boolean => judgeStatus(code) === 'address-dead';

/** Judges a mail by what its failed try ended with; with `judgeStatus` the one place that does. */
export function judgeFate(error: unknown): MailFate {
  const failure = smtpFailure(error);
  return failure.reply === null ? withoutReply(failure) : withReply(failure, failure.reply);
}

function withoutReply({ stage, code }: SmtpFailure): MailFate {
  if (code !== null && UNSENDABLE.has(code)) return 'refused';
  if (stage === 'handed-over') return 'in-doubt';
  if (code === null || !OWN_FAULTS.has(code)) return 'later';
  // What hangs or breaks on one mail in the middle of a session may be that mail's doing.
  if (stage === 'content' || (stage === 'envelope' && code === 'ETIMEDOUT')) return 'later';
  return 'server-fault';
}

function withReply({ code, command, status }: SmtpFailure, reply: number): MailFate {
  if (reply === CLOSING || code === 'EAUTH' || SIGN_IN_REPLIES.includes(reply)) return 'server-fault';
  if (command !== 'RCPT TO' && command !== 'DATA') {
    const isTooBig = command === 'MAIL FROM' && (reply === 552 || status === '3.4' || status === '2.3');
    return isTooBig && reply >= 500 ? 'refused' : 'server-fault';
  }
  const judged = reply < 500 ? temporary(status) : permanent(status, reply);
  if (typeof judged === 'string') return judged;
  return command === 'RCPT TO' ? judged[0] : judged[1];
}

function temporary(status: string | null): Judged {
  return (status !== null && temporaryFates[status]) || 'later';
}

function permanent(status: string | null, reply?: number): Judged {
  if (status === null) return (reply !== undefined && bareFates[reply]) || 'refused';
  return permanentFates[status] ?? permanentFates[`${status.split('.')[0]}.*`] ?? 'refused';
}

/** Minutes to wait after the first, second, … failed try; after the last of them the mail is given up. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720] as const;

const MILLISECONDS_A_MINUTE = 60_000;

/** Answers that ask the sender to sign in or to sign in better (RFC 4954 section 6). */
const SIGN_IN_CODES = new Set([530, 534, 535, 538]);

/** What nodemailer says when the mail never got as far as its recipient. */
const SERVER_FAULTS = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAUTH',
  'ENOAUTH',
  'EDNS',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
  'EREQUIRETLS',
  'EPROXY',
]);

interface SmtpFault {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

function smtpFault(error: unknown): SmtpFault {
  return typeof error === 'object' && error !== null ? error : {};
}

/**
 * Whether the same mail may get through later. Permanent is a 5yz answer (RFC 5321 section 4.2.1) to the
 * recipient or to the message itself; one to the connection, the sign-in or the sender's own address is a
 * fault of the settings and no reason to give up the mail.
 */
export function classify(error: unknown): 'temporary' | 'permanent' {
  const { command, responseCode } = smtpFault(error);
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return 'temporary';
  if (SIGN_IN_CODES.has(responseCode)) return 'temporary';
  return command === 'RCPT TO' || command === 'DATA' ? 'permanent' : 'temporary';
}

/** Whether the server says for good that it does not deliver to this address. */
export function refusesRecipient(error: unknown): boolean {
  return classify(error) === 'permanent' && smtpFault(error).command === 'RCPT TO';
}

/** Whether the mail server itself cannot be reached or used, so that other mails would fare no better now. */
export function isServerFault(error: unknown): boolean {
  const { code } = smtpFault(error);
  return typeof code === 'string' && SERVER_FAULTS.has(code);
}

/** When to try again after so many failed tries (1 or more); null when the tries are used up. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = BACK_OFF_MINUTES[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MILLISECONDS_A_MINUTE);
}

/** The reason to keep with a mail: one line, at most 500 characters. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 500);
}

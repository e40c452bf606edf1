/** What is known of a fault of the mailbox's server or of the way there; anything may be thrown. */
interface Fault {
  authenticationFailed?: unknown;
  tlsFailed?: unknown;
  code?: unknown;
  executedCommand?: unknown;
  responseText?: unknown;
}

const OPENING = /\b(?:SELECT|EXAMINE)\b/i;
const ENCRYPTION = /certificate|\btls\b|\bssl\b/i;
const AWAY = /^(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ECONNRESET)$/;

/** What of signing in to a mailbox failed. */
export type MailboxFault = 'password' | 'tls' | 'mailbox' | 'away' | 'server';

const causes = {
  password: 'the user or the password of IMAP_URL was refused',
  tls: 'TLS with the server of IMAP_URL failed',
  mailbox: 'the mailbox of IMAP_URL cannot be opened',
  away: 'the server of IMAP_URL cannot be reached',
  server: 'the server of IMAP_URL failed',
} as const satisfies Record<MailboxFault, string>;

/** Why a mailbox cannot be read: which setting of IMAP_URL is wrong where it is one, and what the server said. */
export function mailboxProblem(error: unknown): string {
  return `${causes[mailboxFault(error)]}: ${mailboxWords(error)}`;
}

/** What the server said, or what failed; one line. */
export function mailboxWords(error: unknown): string {
  const { responseText } = faultIn(error);
  const said = typeof responseText === 'string' ? responseText : messageOf(error);
  return said.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 300);
}

export function mailboxFault(error: unknown): MailboxFault {
  const { authenticationFailed, tlsFailed, code, executedCommand } = faultIn(error);
  if (authenticationFailed === true) return 'password';
  if (tlsFailed === true || ENCRYPTION.test(`${messageOf(error)} ${String(code)}`)) return 'tls';
  if (typeof executedCommand === 'string' && OPENING.test(executedCommand)) return 'mailbox';
  return typeof code === 'string' && AWAY.test(code) ? 'away' : 'server';
}

const faultIn = (error: unknown): Fault => (typeof error === 'object' && error !== null ? error : {});
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import type { AccessFinding } from './findings.js';

const nested = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { code, message, cause } = error as Record<'code' | 'message' | 'cause', unknown>;
  return [code, message].filter((text): text is string => typeof text === 'string').concat(nested(cause));
};

/** What a failed connection says, by the texts and codes of Node.js, OpenSSL, nodemailer and imapflow; the first counts. */
const signs: readonly (readonly [RegExp, AccessFinding])[] = [
  [/ENOTFOUND|EAI_AGAIN|EAI_NONAME|getaddrinfo/, 'name-not-found'],
  [/CERT_HAS_EXPIRED|certificate has expired/i, 'tls-expired'],
  [/ERR_TLS_CERT_ALTNAME_INVALID|altnames/i, 'tls-other-name'],
  [/SELF_SIGNED|UNABLE_TO_|self[- ]signed|unable to (?:get|verify)|CERT_UNTRUSTED/i, 'tls-untrusted'],
  [/ECONNREFUSED/, 'port-closed'],
  [
    /STARTTLS[^]*(?:not support|not offer|unavailable|upgrading)|upgrading[^]*STARTTLS|not support[^]*STARTTLS/i,
    'tls-missing',
  ],
  [/wrong version number|EPROTO|ssl3_|packet length|\bETLS\b/i, 'tls-failed'],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|_TIMEOUT|timeout|timed out|failed to receive greeting/i, 'no-answer'],
];

/** Which of the things that go wrong on the way to a server and at its door it was. */
export function accessFault(error: unknown): AccessFinding {
  const said = nested(error).join('\n');
  return signs.find(([sign]) => sign.test(said))?.[1] ?? 'failed';
}

import { isIP } from 'node:net';

/** Whether a host is this machine by name or number (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291). */
function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(host) === 4) return host.startsWith('127.');
  if (isIP(host) === 6) return host === '::1';
  return host === 'localhost' || host.endsWith('.localhost');
}

/**
 * Whether a mail server's address has a password that must not go to it in clear: a connection that does not begin in
 * TLS has to change to it (STARTTLS; RFC 8314 section 4.1) or end. A server on this machine is let off, and one whose
 * address says `requireTLS=false` or, as nodemailer knows it, `ignoreTLS=true`.
 */
export function mustEncrypt(address: string): boolean {
  const { protocol, hostname, password, searchParams } = new URL(address);
  if (protocol === 'smtps:' || protocol === 'imaps:' || password === '' || isLoopback(hostname)) return false;
  return searchParams.get('requireTLS') !== 'false' && searchParams.get('ignoreTLS') !== 'true';
}

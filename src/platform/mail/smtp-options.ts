import type { ConnectionOptions } from 'node:tls';
import { mustEncrypt } from './encryption.js';

/** How a session with the SMTP server is opened. */
export interface SmtpOptions {
  url: string;
  name?: string;
  requireTLS: boolean;
  connectionTimeout: number;
  greetingTimeout: number;
  tls?: ConnectionOptions;
}

/**
 * @param url `smtp://` or `smtps://`, with nodemailer's options as its query
 * @param name what this host calls itself (EHLO); the machine's own name unless given
 */
export function smtpOptions(url: string, name: string | undefined): SmtpOptions {
  const address = new URL(url);
  address.searchParams.delete('maxConnections');
  return {
    ...(name === undefined ? {} : { name }),
    requireTLS: mustEncrypt(url),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    url: address.href,
  };
}

import { createTransport } from 'nodemailer';
import type { SmtpOptions } from './smtp-options.js';

/** Milliseconds for which an answer of the server is believed. */
const BELIEVED = 600_000;

/**
 * Whether the SMTP server takes addresses whose local part is not ASCII (SMTPUTF8, RFC 6531): where it does not say so, no
 * mail to one may be given to it.
 */
export class Utf8Offer {
  private known: { isOffered: boolean; at: number } | undefined;

  constructor(private readonly options: SmtpOptions) {}

  /** Asks on a connection of its own, and remembers for a while. @throws nodemailer's error where the server cannot be asked */
  async isOffered(): Promise<boolean> {
    if (this.known && performance.now() - this.known.at < BELIEVED) return this.known.isOffered;
    let isOffered = false;
    const hear = (_entry: unknown, said: unknown): void => {
      isOffered ||= typeof said === 'string' && /^250[ -]SMTPUTF8\b/im.test(said);
    };
    const silent = (): void => undefined;
    const logger = {
      level: silent,
      trace: silent,
      debug: hear,
      info: silent,
      warn: silent,
      error: silent,
      fatal: silent,
    };
    const transport = createTransport({ ...this.options, logger, debug: true, socketTimeout: 10_000 });
    try {
      await transport.verify();
    } catch (error) {
      throw Object.assign(error as Error, { stage: 'connect' });
    } finally {
      transport.close();
    }
    this.known = { isOffered, at: performance.now() };
    return isOffered;
  }
}

/** What such a mail failed of; the status is that of RFC 6531 section 3.5. */
export const NOT_OFFERED = '550 5.6.7 our SMTP server does not offer SMTPUTF8, which this address needs';

/** The mail's own fault as far as our server goes. */
export const notOffered = (): Error =>
  Object.assign(new Error(NOT_OFFERED), {
    code: 'EENVELOPE',
    stage: 'envelope',
  });

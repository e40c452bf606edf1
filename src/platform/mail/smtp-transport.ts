import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { MailTransport } from './mail-transport.js';
import { buildMessage } from './mime.js';
import type { StoredMail } from './outgoing-mail.js';

/** What signs mails (DKIM, RFC 6376). */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  /** RSA, in PEM. */
  privateKey: string;
}

/** Sends by SMTP over connections that are kept open between mails. */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  private readonly transporter: Transporter;

  /**
   * @param url `smtp://` or `smtps://`, with user and password, and nodemailer's options as its query
   * @param dkim signs every mail when given
   */
  constructor(
    url: string,
    private readonly from: string,
    dkim?: DkimKey,
  ) {
    super();
    this.transporter = createTransport({
      url,
      ...(dkim ? { dkim } : {}),
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
    });
  }

  /** @throws nodemailer's error, with `code`, `command` and, when the server answered, `responseCode` */
  async send(mail: StoredMail): Promise<void> {
    await this.transporter.sendMail(buildMessage(mail, this.from));
  }

  onApplicationShutdown(): void {
    this.transporter.close();
  }
}

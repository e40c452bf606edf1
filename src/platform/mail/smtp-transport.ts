import type { Readable } from 'node:stream';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { mustEncrypt } from './encryption.js';
import { SLOW_LANES } from './lanes.js';
import { MailTransport } from './mail-transport.js';
import { buildMessage } from './mime.js';
import type { StoredMail } from './outgoing-mail.js';
import type { Stage } from './smtp-failure.js';

/** What signs mails (DKIM, RFC 6376). */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  /** RSA, in PEM. */
  privateKey: string;
}

/** Connections at once, unless the address says another number (`maxConnections`); nodemailer's own. */
const CONNECTIONS = 5;

/** The content of a mail on its way; empty until there is a session to send it in. */
interface Passage {
  content?: Readable;
}

/** Sends by SMTP over connections that are kept open between mails. */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  readonly lanes: number;
  readonly leavesTheHouse = true;
  private readonly transporter: Transporter;

  /**
   * @param url `smtp://` or `smtps://`, with user and password, and nodemailer's options as its query; a password goes
   *   out in clear only where `mustEncrypt` lets it
   * @param dkim signs every mail when given
   */
  constructor(
    url: string,
    private readonly from: string,
    dkim?: DkimKey,
  ) {
    super();
    const address = new URL(url);
    this.lanes = Number(address.searchParams.get('maxConnections')) || CONNECTIONS;
    address.searchParams.delete('maxConnections');
    this.transporter = createTransport({
      ...(dkim ? { dkim } : {}),
      requireTLS: mustEncrypt(url),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 120_000,
      url: address.href,
      pool: true,
      maxConnections: this.lanes + SLOW_LANES,
    });
    this.transporter.use('stream', watchPassage);
  }

  /** @throws nodemailer's error, with `code`, `command`, `stage` and, when the server answered, `responseCode` */
  async send(mail: StoredMail): Promise<void> {
    const passage: Passage = {};
    try {
      await this.transporter.sendMail(Object.assign(buildMessage(mail, this.from), { passage }));
    } catch (error) {
      throw Object.assign(error as Error, { stage: stageOf(passage) });
    }
  }

  onApplicationShutdown(): void {
    this.transporter.close();
  }
}

/** Notes the stream that a session reads the mail from: nodemailer makes it once the sign-in is done. */
function watchPassage(mail: { data: object; message: unknown }, done: () => void): void {
  const { passage } = mail.data as { passage?: Passage };
  const message = mail.message as { createReadStream(options?: object): Readable };
  const create = message.createReadStream.bind(message);
  message.createReadStream = (options) => {
    const content = create(options);
    if (passage) passage.content = content;
    return content;
  };
  done();
}

function stageOf({ content }: Passage): Stage {
  if (!content) return 'connect';
  if (content.readableEnded) return 'handed-over';
  return content.readableDidRead ? 'content' : 'envelope';
}

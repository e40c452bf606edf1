import type { Readable } from 'node:stream';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { DkimKey } from './dkim-key.js';
import { SLOW_LANES } from './lanes.js';
import { needsUtf8 } from '../text/emails.js';
import { MailTransport } from './mail-transport.js';
import { buildMessage } from './mime.js';
import type { StoredMail } from './outgoing-mail.js';
import type { SmtpStage } from './smtp-failure.js';
import { smtpOptions } from './smtp-options.js';
import { notOffered, Utf8Offer } from './utf8-offer.js';

/** What DKIM covers where a mail has it (RFC 6376 section 5.4.1), both headers of one-click refusal too (RFC 8058). */
const SIGNED_HEADERS = [
  ...['From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version'],
  ...['Content-Type', 'Content-Transfer-Encoding', 'In-Reply-To', 'References', 'List-Id'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':');

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
  private readonly utf8: Utf8Offer;

  /**
   * @param url `smtp://` or `smtps://`, with user and password, and nodemailer's options as its query; a password goes
   *   out in clear only where `mustEncrypt` lets it
   * @param dkim signs every mail when given
   * @param name what this host calls itself (EHLO); the machine's own name unless given
   */
  constructor(
    url: string,
    private readonly from: string,
    dkim?: DkimKey,
    name?: string,
  ) {
    super();
    this.lanes = Number(new URL(url).searchParams.get('maxConnections')) || CONNECTIONS;
    this.utf8 = new Utf8Offer(smtpOptions(url, name));
    this.transporter = createTransport({
      ...(dkim ? { dkim: { ...dkim, headerFieldNames: SIGNED_HEADERS } } : {}),
      ...smtpOptions(url, name),
      socketTimeout: 120_000,
      pool: true,
      maxConnections: this.lanes + SLOW_LANES,
    });
    this.transporter.use('stream', watchPassage);
  }

  /** @throws nodemailer's error, with `code`, `command`, `stage` and, when the server answered, `responseCode` */
  async send(mail: StoredMail): Promise<void> {
    const passage: Passage = {};
    if (needsUtf8(mail.to.email) && !(await this.utf8.isOffered())) throw notOffered();
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

function stageOf({ content }: Passage): SmtpStage {
  if (!content) return 'connect';
  if (content.readableEnded) return 'handed-over';
  return content.readableDidRead ? 'content' : 'envelope';
}

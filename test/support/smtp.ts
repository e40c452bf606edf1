import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An answer that smtp-server gives as it stands: `550 5.1.1 tidak dikenal`. */
const answer = (text: string): Error =>
  Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });

interface ReceivedMail {
  to: string;
  messageId: string;
  source: string;
}

/** A mail server on this machine whose answers a test sets while it runs. */
export class TestSmtp {
  readonly received: ReceivedMail[] = [];
  connections = 0;
  /** Answers by recipient; null takes the mail. */
  onRecipient: (address: string) => string | null = () => null;
  /** Answer to a sender; null takes it. */
  onSender: () => string | null = () => null;
  /** Answer to a mail, when it is given; null takes it. */
  onMail: (mail: ReceivedMail) => string | null | Promise<string | null> = () => null;

  private readonly server: SMTPServer;

  constructor(options: SMTPServerOptions = {}) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onConnect: (_session, done) => {
        this.connections++;
        done();
      },
      onMailFrom: (_address, _session, done) => {
        done(error(this.onSender()));
      },
      onRcptTo: ({ address }, _session, done) => {
        done(error(this.onRecipient(address)));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const source = Buffer.concat(chunks).toString();
          const messageId = /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '';
          const mail = { to: session.envelope.rcptTo[0]?.address ?? '', messageId, source };
          void Promise.resolve(this.onMail(mail)).then((refusal) => {
            if (refusal === null) this.received.push(mail);
            done(error(refusal));
          });
        });
      },
      ...options,
    });
    this.server.on('error', () => undefined);
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Who got mail, in the order it came. */
  get reached(): string[] {
    return this.received.map(({ to }) => to);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}

const error = (refusal: string | null): Error | null => (refusal === null ? null : answer(refusal));

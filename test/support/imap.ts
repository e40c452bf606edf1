import hoodiecrow from 'hoodiecrow-imap';
import type { Server, Socket } from 'node:net';

/** What the tests use of hoodiecrow-imap, an IMAP4rev1 server over a real socket. */
interface ImapServer {
  server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  getMailbox(path: string): unknown;
  appendMessage(mailbox: unknown, flags: string[], internaldate: false, raw: string): void;
}

const plugins = ['IDLE', 'ENABLE', 'ID', 'LITERALPLUS', 'UNSELECT'];

/** A mailbox on loopback, which user `testuser` opens with `testpass`. */
export class TestMailbox {
  private imap: ImapServer | null = null;
  private readonly sockets: Socket[] = [];

  constructor(readonly port: number) {}

  get url(): string {
    return `imap://testuser:testpass@127.0.0.1:${this.port}`;
  }

  /** Starts the server with messages that wait. */
  async start(
    raws: readonly string[],
    { idle = true, uidvalidity = 1 }: { idle?: boolean; uidvalidity?: number } = {},
  ): Promise<void> {
    const messages = raws.map((raw) => ({ raw }));
    const imap = hoodiecrow({
      plugins: idle ? plugins : plugins.slice(1),
      storage: { INBOX: { messages, uidvalidity } },
    }) as ImapServer;
    imap.server.on('connection', (socket) => this.sockets.push(socket));
    await new Promise<void>((resolve) => imap.listen(this.port, '127.0.0.1', resolve));
    this.imap = imap;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.imap) return resolve();
      this.imap.close(resolve);
      for (const socket of this.sockets.splice(0)) {
        socket.emit('data', Buffer.from('DONE\r\n')); // else the server's half-hour timer of IDLE outlives the test
        socket.destroy();
      }
    });
  }

  arrive(raw: string): void {
    this.imap?.appendMessage(this.imap.getMailbox('INBOX'), [], false, raw);
  }
}

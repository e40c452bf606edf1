import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One way to the database and back: the statements that were sent before any of them was answered. */
export type Trip = readonly string[];

/** What stands between the application and its database, and lets answers through only when all are there. */
export interface DatabaseTrips {
  url: string;
  /** The trips of some work, one after another. */
  of(work: () => Promise<unknown>): Promise<Trip[]>;
  close(): Promise<void>;
}

/** How long nothing more must be sent before the answers are handed over, in milliseconds. */
const QUIET = 4;
/** How long a statement may wait for one that is to be sent later (a lock), in milliseconds. */
const STUCK = 500;

const [PARSE, BIND, QUERY, SYNC, READY] = ['P', 'B', 'Q', 'S', 'Z'].map((type) => type.charCodeAt(0));
/** The first message has no type, and what it says of the connection is plain text (PostgreSQL, StartupMessage). */
const OWN = 'application_name\0sambang\0';

/** Signals leave once their transaction is over, and nobody waits for them. */
const isSignal = (statement: string): boolean => statement.startsWith('SELECT pg_notify(');

/** Takes a stream of the protocol apart: a type of one byte, then the length of the rest. */
class Messages {
  private rest = Buffer.alloc(0);

  *of(chunk: Buffer): Generator<{ type: number; body: Buffer }> {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= 5 && this.rest.length > this.rest.readUInt32BE(1)) {
      const end = 1 + this.rest.readUInt32BE(1);
      yield { type: this.rest[0] as number, body: this.rest.subarray(5, end) };
      this.rest = this.rest.subarray(end);
    }
  }
}

const textAt = (body: Buffer, at: number): string => body.subarray(at, body.indexOf(0, at)).toString();

/** What the application has asked and was not told yet; connections of others go straight through. */
class Rounds {
  readonly past: string[][] = [];
  private now: string[] | null = null;
  private asked = 0;
  private readonly held: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  send(statement: string): void {
    if (!this.now) this.past.push((this.now = []));
    this.now.push(statement);
  }

  ask(): void {
    this.asked += 1;
    this.wait();
  }

  answer(): void {
    this.asked -= 1;
    this.wait();
  }

  hold(deliver: () => void): void {
    this.held.push(deliver);
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), this.asked > 0 ? STUCK : QUIET);
  }

  private end(): void {
    this.now = null;
    for (const deliver of this.held.splice(0)) deliver();
  }
}

function pass(inner: Socket, outer: Socket, rounds: Rounds): void {
  const [there, back] = [new Messages(), new Messages()];
  const names = new Map<string, string>();
  let isOwn: boolean | null = null;
  let isReady = false;
  inner.on('data', (chunk) => {
    outer.write(chunk);
    if (isOwn === null) isOwn = chunk.includes(OWN);
    else if (isOwn && isReady) {
      for (const { type, body } of there.of(chunk)) {
        if (type === PARSE) names.set(textAt(body, 0), textAt(body, body.indexOf(0) + 1));
        if (type === BIND) rounds.send(names.get(textAt(body, body.indexOf(0) + 1)) ?? '');
        if (type === QUERY) rounds.send(textAt(body, 0));
        if (type === QUERY || type === SYNC) rounds.ask();
      }
    }
  });
  outer.on('data', (chunk) => {
    const answered = [...back.of(chunk)].filter(({ type }) => type === READY).length;
    if (isOwn && isReady) {
      rounds.hold(() => inner.write(chunk));
      for (let each = 0; each < answered; each++) rounds.answer();
    } else {
      inner.write(chunk);
      isReady ||= answered > 0;
    }
  });
}

/** Counts on the way to a database how often the application waits for it, however many statements go side by side. */
export async function databaseTrips(target: string): Promise<DatabaseTrips> {
  const { port, hostname } = new URL(target);
  const sockets = new Set<Socket>();
  const rounds = new Rounds();
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname);
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    pass(inner, outer, rounds);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    of: async (work) => {
      rounds.past.length = 0;
      await work();
      return rounds.past.splice(0).filter((trip) => !trip.every(isSignal));
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

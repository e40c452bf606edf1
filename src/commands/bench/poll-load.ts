import { connect } from 'node:net';

/** Requests that one process sends to a server on this machine, each connection one after another. */
export interface Load {
  port: number;
  connections: number;
  requests: number;
  /** Asked for in turn. */
  targets: { path: string; headers: Record<string, string> }[];
}

/** How it went: how long it took in milliseconds, and how often each status was answered. */
export interface LoadResult {
  ms: number;
  statuses: Record<string, number>;
}

const HEAD_END = '\r\n\r\n';

/** Sends one request after another on a connection, as long as there is one to be sent. */
function use(port: number, next: () => string | null, heard: (status: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let got = Buffer.alloc(0);
    const send = (): void => {
      const request = next();
      if (request === null) socket.end(resolve);
      else socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('connect', send).on('error', reject);
    socket.on('data', (chunk) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      const end = got.indexOf(HEAD_END);
      if (end < 0) return;
      const head = got.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      const status = head.slice(9, 12);
      if (got.length < end + HEAD_END.length + (status === '304' ? 0 : length)) return;
      got = Buffer.alloc(0);
      heard(status);
      send();
    });
  });
}

async function run({ port, connections, requests, targets }: Load): Promise<LoadResult> {
  const texts = targets.map(({ path, headers }) => {
    const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}${HEAD_END}`;
  });
  const statuses: Record<string, number> = {};
  let sent = 0;
  const next = (): string | null => (sent < requests ? (texts[sent++ % texts.length] as string) : null);
  const heard = (status: string): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => use(port, next, heard)));
  return { ms: performance.now() - began, statuses };
}

process.on('message', (load: Load) => {
  void run(load).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

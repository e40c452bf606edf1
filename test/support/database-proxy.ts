import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands between the application and its database, to be cut like a network. */
export interface DatabaseProxy {
  url: string;
  /** Ends every connection and takes none until mended. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

const BACKEND_KEY_DATA = Buffer.from([0x4b, 0, 0, 0, 12]);

/** @param pooling answers like a pooler, which tells a number of its own for the backend (BackendKeyData) */
export async function databaseProxy(target: string, { pooling = false } = {}): Promise<DatabaseProxy> {
  const url = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((inner) => {
    if (isCut) {
      inner.destroy();
      return;
    }
    const outer = connect(Number(url.port), url.hostname);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (data) => to.write(pooling && from === outer ? renumbered(data) : data));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(target);
  proxied.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: proxied.href,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function renumbered(data: Buffer): Buffer {
  const at = data.indexOf(BACKEND_KEY_DATA);
  if (at < 0) return data;
  const changed = Buffer.from(data);
  changed.writeInt32BE(1, at + BACKEND_KEY_DATA.length);
  return changed;
}

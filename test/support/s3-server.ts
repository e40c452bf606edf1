import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** An S3 server of its own on this machine, with one empty bucket. */
export interface S3Server {
  /** Settings of the application that keeps its files there. */
  settings: Record<string, string>;
  /** Path on the disk of an object, to look at it or to damage it. */
  pathOf(sha256: string): string;
  /** Ends it, if it still runs. */
  stop(): Promise<void>;
}

const BUCKET = 'sambang';

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'sambang-s3-'));
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  let isRunning = true;
  return {
    settings: {
      FILES_STORE: 's3',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    },
    pathOf: (sha256) => join(directory, BUCKET, 'files', `${sha256}._S3rver_object`),
    stop: async () => {
      if (isRunning) await server.close();
      isRunning = false;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

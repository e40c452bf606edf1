import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Access } from '../../../config/environment.js';
import { asFilesAway } from './file-error.js';
import { ObjectStore, type OpenObject } from './object-store.js';
import type { SpooledFile } from './spooled-file.js';

const CONNECT_MS = 5000;
/** Without a byte for so long, a server counts as away. */
const SILENCE_MS = 30_000;

const isMissing = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404 &&
  (error as { name?: string }).name !== 'NoSuchBucket';

/** Loaded with the first object: it takes long. */
const loadSdk = () => import('@aws-sdk/client-s3');

/** Objects in a bucket of an S3-compatible server: `files/<sha256>`. */
export class S3Objects extends ObjectStore {
  readonly place = 's3';
  private client: S3Client | null = null;

  constructor(private readonly settings: S3Access) {
    super();
  }

  size(sha256: string): Promise<number | null> {
    return this.asked(async (client, { HeadObjectCommand }) => {
      const { ContentLength = 0 } = await client.send(new HeadObjectCommand(this.at(sha256)));
      return ContentLength;
    });
  }

  /** The server is told the digest, so that it refuses what arrives otherwise. */
  async put({ path, size, sha256 }: SpooledFile): Promise<void> {
    await this.asked(async (client, { PutObjectCommand }) => {
      const Body = createReadStream(path);
      try {
        await client.send(
          new PutObjectCommand({
            ...this.at(sha256),
            Body,
            ContentLength: size,
            ContentType: 'application/octet-stream',
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          }),
        );
      } finally {
        Body.destroy();
      }
    });
  }

  read(sha256: string): Promise<OpenObject | null> {
    return this.asked(async (client, { GetObjectCommand }) => {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand(this.at(sha256)));
      return { stream: Body as Readable, size: ContentLength };
    });
  }

  async remove(sha256: string): Promise<void> {
    await this.asked((client, { DeleteObjectCommand }) =>
      client.send(new DeleteObjectCommand(this.at(sha256))),
    );
  }

  /** Ends its connections. */
  close(): void {
    this.client?.destroy();
  }

  private at(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: `files/${sha256}` };
  }

  /** Null for what is not there. */
  private async asked<Result>(
    work: (client: S3Client, sdk: Awaited<ReturnType<typeof loadSdk>>) => Promise<Result>,
  ): Promise<Result | null> {
    const sdk = await loadSdk();
    try {
      return await work((this.client ??= this.connect(sdk)), sdk);
    } catch (error) {
      if (isMissing(error)) return null;
      throw asFilesAway(error);
    }
  }

  private connect({ S3Client: Client }: Awaited<ReturnType<typeof loadSdk>>): S3Client {
    const { endpoint, region, accessKey, secretKey, pathStyle } = this.settings;
    return new Client({
      region,
      ...(endpoint !== null && { endpoint }),
      forcePathStyle: pathStyle,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // Of the others many know none of Amazon's newer checksums; the SHA-256 is given and verified anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      maxAttempts: 3,
    });
  }
}

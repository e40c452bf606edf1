import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { IncidentLog } from '../errors/incident-log.js';
import type { KeptDownload } from '../http/download.js';
import { FileError } from './file-error.js';
import { ObjectStores } from './object-stores.js';
import type { SpooledFile } from './spooled-file.js';
import { StoredFileRepository } from './stored-file-repository.js';
import { Verified } from './verified.js';

/** A row of a document; its bytes are in it where they were not moved to the store yet. */
interface KeptDocument {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  content: Buffer | null;
}

/** How long an object that was kept waits for the row that is to hold it. */
const CLAIM_MS = 3_600_000;

/**
 * Where documents lie: each object once, by the SHA-256 of its bytes, in the place that FILES_STORE names. An object is known
 * in the database before it is written, and goes only after the row that held it last is gone for good.
 */
@Injectable()
export class FileStore {
  private readonly logger = new Logger('files');

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    readonly stores: ObjectStores,
    private readonly rows: StoredFileRepository,
    private readonly incidents: IncidentLog,
  ) {}

  /**
   * Makes sure that an object is there before a row names it: called outside of the transaction that adds the row, so that
   * none waits for a disk or another server. One that no row comes to hold is removed later.
   *
   * @throws FileError `files-away`
   */
  async keep(file: SpooledFile): Promise<void> {
    if (this.database.isInTransaction) throw new Error('A file is kept before the transaction that names it');
    const { current } = this.stores;
    const { sha256, size } = file;
    const until = new Date(this.clock.now().getTime() + CLAIM_MS);
    const known = await this.rows.claim({ sha256, size, place: current.place }, until);
    const there = known?.damagedAt === null ? await this.stores.find(known.place)?.size(sha256) : null;
    if (there === size) return;
    await current.put(file);
    await this.rows.written(sha256, current.place);
  }

  /**
   * The bytes of an object as they come from the store; what is not as it was written ends with an error before its last piece.
   *
   * @throws FileError `files-away`, `file-damaged` for what is missing or has another size
   */
  async open(sha256: string): Promise<Readable> {
    const file = await this.rows.of(sha256);
    if (file === null) throw new FileError('file-damaged', `${sha256} is not known`);
    const object = await this.stores.get(file.place).read(sha256);
    if (object?.size !== file.size) {
      object?.stream.destroy();
      await this.tellDamaged(sha256);
      throw new FileError('file-damaged', `${sha256} ${object ? `has ${object.size} bytes` : 'is missing'}`);
    }
    const verified = new Verified(sha256, () => void this.tellDamaged(sha256));
    pipeline(object.stream, verified).catch((error: unknown) => {
      // Who left while it was on its way is no failure of ours.
      if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      this.incidents.report(error, 'reading a stored file');
    });
    return verified;
  }

  /** A document as it is taken away, wherever its bytes lie; those in its row are held in memory whole. */
  download({ name, mediaType, size, sha256, content }: KeptDocument): KeptDownload {
    return { name, mediaType, sha256, size, open: async () => content ?? this.open(sha256) };
  }

  /** Notes that an object is missing or damaged, for administrators. */
  async tellDamaged(sha256: string): Promise<void> {
    this.logger.error(`The file ${sha256} is missing in its store, or not as it was written`);
    await this.rows
      .markDamaged(sha256, this.clock.now())
      .catch((error: unknown) => this.incidents.report(error, 'noting a damaged file'));
  }
}

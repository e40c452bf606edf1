import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../clock/clock.js';
import { Digest } from './digest.js';
import { asFilesAway } from './file-error.js';
import { filesFolder } from './folder-objects.js';
import { SpooledFile } from './spooled-file.js';

/** After which nobody works on a part any more. */
const OLD_PART_MS = 24 * 3_600_000;
const PART = /^[0-9a-f-]{36}\.part$/;

/** Where files come in: `files/incoming` of the data folder, from which those of the folder's store are renamed. */
@Injectable()
export class Spool {
  private readonly logger = new Logger('files');
  private readonly incoming: string;

  constructor(
    environment: Environment,
    private readonly clock: Clock,
  ) {
    this.incoming = join(filesFolder(environment.DATA_DIR), 'incoming');
  }

  /**
   * Takes bytes to the disk as they come, counted and digested. Whoever asks discards it.
   *
   * @throws FileError `files-away`; whatever the source fails with
   */
  async take(source: Readable): Promise<SpooledFile> {
    const path = join(this.incoming, `${randomUUID()}.part`);
    const digest = new Digest();
    try {
      await mkdir(this.incoming, { recursive: true, mode: 0o700 });
      await pipeline(source, digest, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw isOfDisk(error) ? asFilesAway(error) : error;
    }
    return new SpooledFile(path, digest.bytes, digest.sha256());
  }

  /** Removes what came in a day ago and was never kept: of a process that died. */
  async removeOld(): Promise<void> {
    const names = await readdir(this.incoming).catch(() => []);
    for (const name of names.filter((each) => PART.test(each))) {
      const path = join(this.incoming, name);
      const written = await stat(path).catch(() => null);
      if (!written || this.clock.now().getTime() - written.mtimeMs < OLD_PART_MS) continue;
      await rm(path, { force: true });
      this.logger.log(`Removed ${name}, which was never kept`);
    }
  }
}

/** The system's calls say which one failed; a source that breaks off does not. */
const isOfDisk = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string';

import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import type { FilePlace } from '../../platform/files/object-store.js';
import { UnmovedFiles } from '../storage/unmoved-files.js';

/** How the store of files stands. */
export interface FileStanding {
  /** Where new documents go. */
  place: FilePlace;
  /** Documents that lie in the database still; `MOST_COUNTED` for that many or more. */
  unmoved: number;
  /** Those that are missing or not as they were written. */
  damaged: number;
}

/** Where documents lie, how many are still to be moved there, and how many are lost. */
@Injectable()
export class FindFileStanding {
  constructor(
    private readonly environment: Environment,
    private readonly unmoved: UnmovedFiles,
  ) {}

  async execute(): Promise<FileStanding> {
    return { place: this.environment.FILES_STORE, ...(await this.unmoved.count()) };
  }
}

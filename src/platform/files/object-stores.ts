import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { FileError } from './file-error.js';
import { FolderObjects } from './folder-objects.js';
import type { FilePlace, ObjectStore } from './object-store.js';
import { S3Objects } from './s3-objects.js';

/** The stores that the settings name: the one that new objects go to, and those in which older ones lie. */
@Injectable()
export class ObjectStores implements OnApplicationShutdown {
  readonly current: ObjectStore;
  private readonly known: Readonly<Record<FilePlace, ObjectStore | null>>;
  private readonly s3: S3Objects | null;

  constructor(environment: Environment) {
    const { s3 } = environment;
    const folder = new FolderObjects(environment.DATA_DIR);
    this.s3 = s3 && new S3Objects(s3);
    this.known = { folder, s3: this.s3 };
    this.current = environment.FILES_STORE === 's3' && this.s3 ? this.s3 : folder;
  }

  find(place: FilePlace): ObjectStore | null {
    return this.known[place];
  }

  /** @throws FileError `files-away` for one that the settings do not name */
  get(place: FilePlace): ObjectStore {
    const store = this.find(place);
    if (!store) throw new FileError('files-away', `the settings of ${place} are missing`);
    return store;
  }

  onApplicationShutdown(): void {
    this.s3?.close();
  }
}

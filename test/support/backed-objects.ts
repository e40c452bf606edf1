import { readEnvironment } from '../../config/environment.js';
import type { BackedObjects } from '../../src/backups/storage/backup-objects.js';
import { ObjectStores } from '../../src/platform/files/object-stores.js';

/** What a backup that a test writes by itself copies: the objects of a data folder. */
export const backedObjects = (dataFolder: string): BackedObjects => ({
  stores: new ObjectStores(readEnvironment({ DATA_DIR: dataFolder })),
  lost: () => Promise.resolve(),
});

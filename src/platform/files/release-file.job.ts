import { Job, type JobHandler } from '../jobs/job.js';
import { LooseFiles, RELEASE_FILE } from './loose-files.js';

interface Payload {
  sha256: string;
}

/** Removes an object whose last row is gone. */
@Job<Payload>({ name: RELEASE_FILE, key: ({ sha256 }) => sha256 })
export class ReleaseFileJob implements JobHandler<Payload> {
  constructor(private readonly files: LooseFiles) {}

  handle({ sha256 }: Payload): Promise<void> {
    return this.files.remove(sha256);
  }
}

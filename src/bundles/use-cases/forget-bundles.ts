import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { BUNDLE_DAYS } from '../domain/bundle.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository } from '../storage/bundle-repository.js';

const DAY_MS = 86_400_000;

/** Removes bundles that were kept long enough, and files whose bundle went with its visit. */
@Injectable()
export class ForgetBundles {
  constructor(
    private readonly clock: Clock,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
  ) {}

  async find({ after, only, limit }: SweepRange): Promise<Candidate[]> {
    const old = await this.bundles.old(this.before(), after, only, limit);
    return old.map((key) => ({ key, due: () => [] }));
  }

  async one(key: string): Promise<void> {
    const [old] = await this.bundles.old(this.before(), null, key, 1);
    if (old === undefined) return;
    await this.bundles.remove(key);
    await this.files.remove(key);
  }

  /** Those whose bundle is gone. */
  async strayFiles(): Promise<void> {
    const ids = await this.files.ids();
    const known = await this.bundles.known(ids);
    for (const id of ids) if (!known.has(id)) await this.files.remove(id);
  }

  private before(): Date {
    return new Date(this.clock.now().getTime() - BUNDLE_DAYS * DAY_MS);
  }
}

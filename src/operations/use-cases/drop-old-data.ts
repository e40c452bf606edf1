import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { oldBefore, retention, type RetentionKind } from '../domain/retention.js';
import { AT_ONCE, OldData } from '../storage/old-data.js';

/** Most statements a kind and night; the next night goes on. */
const MOST_BATCHES = 200;

const isKind = (key: string): key is RetentionKind => Object.hasOwn(retention, key);

/** Drops what is older than the settings keep it; each kind is an item, and each batch a transaction of its own. */
@Injectable()
export class DropOldData {
  constructor(
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly data: OldData,
  ) {}

  find({ after, only }: SweepRange): Promise<Candidate[]> {
    const kinds = Object.keys(retention).sort();
    const wanted = kinds.filter(
      (kind) => (after === null || kind > after) && (only === null || kind === only),
    );
    return Promise.resolve(wanted.map((key) => ({ key, due: () => [] })));
  }

  async one(kind: string): Promise<void> {
    const now = this.clock.now();
    const before = isKind(kind) ? oldBefore(kind, this.environment, now) : null;
    if (!isKind(kind) || before === null) return;
    let dropped = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const count = await this.data.drop(kind, before, now);
      dropped += count;
      if (count < AT_ONCE) break;
    }
    await this.data.noteRun(kind, now, dropped);
  }
}

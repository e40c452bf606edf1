import { Injectable } from '@nestjs/common';
import { ActingPerson } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import { namedParts, PARTS_A_RUN } from '../domain/bundle.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository, type BundleRow } from '../storage/bundle-repository.js';
import { AssembleBundle } from './assemble-bundle.js';
import { MakePart } from './make-part.js';
import { PlanBundle } from './plan-bundle.js';
import { placeOf } from './read-bundles.js';

/** What is done for a bundle, in this order. */
@Injectable()
export class BundleSteps {
  constructor(
    readonly plan: PlanBundle,
    readonly make: MakePart,
    readonly assemble: AssembleBundle,
  ) {}
}

/** Makes the parts of a bundle, some a run, and puts them together; run again, it goes on where it stopped. */
@Injectable()
export class WorkBundle {
  constructor(
    private readonly database: Database,
    private readonly actors: ActingPerson,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
    private readonly steps: BundleSteps,
    private readonly announcer: Announcer,
  ) {}

  async execute(bundleId: string): Promise<void> {
    const bundle = await this.bundles.byId(bundleId);
    if (!bundle || bundle.state === 'ready') return;
    const actor = await this.actors.byId(bundle.askedBy);
    if (!actor || !(await this.begin(actor, bundle))) return this.giveUp(bundleId);
    for (const { number } of await this.bundles.waiting(bundleId, PARTS_A_RUN)) {
      const part = await this.bundles.part(bundleId, number);
      if (part) await this.steps.make.execute(actor, part);
    }
    const { waiting } = await this.bundles.progress(bundleId);
    // Removed meanwhile: nothing is left behind.
    if (!(await this.bundles.byId(bundleId))) return this.files.remove(bundleId);
    if (waiting > 0) await this.announcer.announce('bundle.asked', { bundleId });
    else await this.steps.assemble.execute(bundle, actor.timeZone);
  }

  /** @returns false for whoever may take nothing of it any more */
  private async begin(actor: Actor, bundle: BundleRow): Promise<boolean> {
    if (bundle.state !== 'asked') return true;
    try {
      const planned = await this.steps.plan.execute(actor, {
        place: placeOf(bundle),
        subject: bundle.subject,
      });
      await this.database.transaction(async () => {
        const standing = await this.bundles.lock(bundle.id);
        if (standing?.state === 'asked') await this.bundles.begin(bundle.id, namedParts(planned));
      });
      return true;
    } catch (thrown) {
      if (thrown instanceof AppError && ['not-found', 'not-allowed'].includes(thrown.code)) return false;
      throw thrown;
    }
  }

  private async giveUp(bundleId: string): Promise<void> {
    await this.bundles.remove(bundleId);
    await this.files.remove(bundleId);
  }
}

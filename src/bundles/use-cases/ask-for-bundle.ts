import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository } from '../storage/bundle-repository.js';
import { BundlePlaces, type BundleSubject } from './bundle-places.js';
import { ReadBundles } from './read-bundles.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** A bundle is to be made, or further parts of it. */
    'bundle.asked': { bundleId: string };
  }
}

/** Asks for a bundle: one at a time is made for an office. */
@Injectable()
export class AskForBundle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: BundlePlaces,
    private readonly bundles: BundleRepository,
    private readonly announcer: Announcer,
  ) {}

  /** @returns its id. @throws BundleError `bundle-under-way`; RequestError `not-found`, `not-allowed` */
  async execute(actor: Actor, of: BundleSubject): Promise<string> {
    const { place, subject, organisation, title } = await this.places.around(actor, of);
    const id = newId();
    await this.database.transaction(async () => {
      await this.bundles.add({
        ...{ id, organisation, subject, ...place, title, state: 'asked' },
        ...{ askedBy: actor.personId, askedAt: this.clock.now(), finishedAt: null },
      });
      await this.announcer.announce('bundle.asked', { bundleId: id });
    });
    return id;
  }
}

/** Removes a bundle, also one that is being made. */
@Injectable()
export class RemoveBundle {
  constructor(
    private readonly read: ReadBundles,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
  ) {}

  /** @throws RequestError `not-found` for those of another office */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.read.one(actor, id);
    await this.bundles.remove(id);
    await this.files.remove(id);
  }
}

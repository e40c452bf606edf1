import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { ReadEntries } from './read-entries.js';

/** Clears photos and removes entries: their own people, and at an LPKA the head of the host. */
@Injectable()
export class ChangeEntry {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly read: ReadEntries,
    private readonly entries: EntryRepository,
  ) {}

  /** Gives the clearance that is missing; one that is given already stays. @throws RequestError `not-allowed` */
  clear(actor: Actor, visitId: string, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const { isPublic, mayClear } = await this.read.one(actor, visitId, id);
      if (isPublic) return;
      if (mayClear === null) throw new RequestError('not-allowed');
      const head = mayClear === 'head' ? { by: actor.personId, at: this.clock.now() } : null;
      await this.entries.clear(id, head);
    });
  }

  /** Also after the visit came to its end: a photo that should not be there must go. @throws RequestError `not-allowed` */
  async remove(actor: Actor, visitId: string, id: string): Promise<void> {
    const { mayRemove } = await this.read.one(actor, visitId, id);
    if (!mayRemove) throw new RequestError('not-allowed');
    await this.entries.remove(id, this.clock.now());
  }
}

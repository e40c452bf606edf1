import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { isDayOpen } from '../domain/entry-times.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { KeptPhotos } from './kept-photos.js';
import { ReadEntries } from './read-entries.js';
import { entryChange, RecordEntry } from './record-entry.js';

/**
 * Clears photos and removes entries: their own people, and at an LPKA the head of the host. Also once the summary is out,
 * and then the visit's history tells: a photo that should not be there must go.
 */
@Injectable()
export class ChangeEntry {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly read: ReadEntries,
    private readonly entries: EntryRepository,
    private readonly photos: KeptPhotos,
    private readonly record: RecordEntry,
  ) {}

  /** Gives the clearance that is missing; one that is given already stays. @throws RequestError `not-allowed` */
  clear(actor: Actor, visitId: string, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const { entry, state } = await this.read.one(actor, visitId, id);
      const { isPublic, mayClear } = entry;
      if (isPublic) return;
      if (mayClear === null) throw new RequestError('not-allowed');
      const head = mayClear === 'head' ? { by: actor.personId, at: this.clock.now() } : null;
      await this.entries.clear(id, head);
      if (isDayOpen(state)) return;
      await this.record.late(actor, visitId, entryChange('photo.clearance'));
    });
  }

  /** @throws RequestError `not-allowed` */
  remove(actor: Actor, visitId: string, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const { entry, state } = await this.read.one(actor, visitId, id);
      const { mayRemove, kind } = entry;
      if (!mayRemove) throw new RequestError('not-allowed');
      await this.entries.remove(id, this.clock.now());
      if (kind === 'photo') await this.photos.remove(visitId, id);
      if (!isDayOpen(state)) await this.record.late(actor, visitId, entryChange(kind, { isGone: true }));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { ArrangeAlbum, type WantedPhoto } from './arrange-album.js';
import { ChangeEntry } from './change-entry.js';

/** What is done with one photo along with saving the album. */
export interface PhotoDeed {
  name: 'clear' | 'remove';
  photo: string;
}

/** Saves the album and does something with one photo, both or neither. */
@Injectable()
export class PressAlbum {
  constructor(
    private readonly database: Database,
    private readonly arrange: ArrangeAlbum,
    private readonly change: ChangeEntry,
  ) {}

  /** @throws as ArrangeAlbum and ChangeEntry */
  execute(
    actor: Actor,
    visitId: string,
    { photos, version }: { photos: readonly WantedPhoto[]; version: number },
    deed: PhotoDeed | null,
  ): Promise<void> {
    return this.database.transaction(async () => {
      await this.arrange.execute(actor, visitId, photos, version);
      if (deed?.name === 'clear') await this.change.clear(actor, visitId, deed.photo);
      if (deed?.name === 'remove') await this.change.remove(actor, visitId, deed.photo);
    });
  }
}

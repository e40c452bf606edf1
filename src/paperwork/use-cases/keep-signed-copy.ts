import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LooseFiles } from '../../platform/files/loose-files.js';
import type { KeptDownload } from '../../platform/http/download.js';
import type { FileForm } from '../../platform/http/file-upload.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { FileRepository } from '../../visits/index.js';
import { letterKindWords } from '../domain/letter-kinds.js';
import { LetterRepository } from '../storage/letter-repository.js';
import { LetterPlaces } from './letter-places.js';
import { lockLetter, type SeenLetter } from './lock-letter.js';
import { ReadCopy } from './read-copy.js';
import { ReadLetters } from './read-letters.js';

/** What signed copies lie in. */
@Injectable()
export class CopyStore {
  constructor(
    readonly letters: LetterRepository,
    readonly visitFiles: FileRepository,
    readonly objects: FileStore,
    readonly loose: LooseFiles,
  ) {}
}

/** Keeps the signed copies of letters on their lines: for the office whose line it is, also once the letter was sent. */
@Injectable()
export class KeepSignedCopy {
  constructor(
    private readonly clock: Clock,
    private readonly places: LetterPlaces,
    private readonly read: ReadLetters,
    private readonly copies: ReadCopy,
    private readonly store: CopyStore,
  ) {}

  /**
   * Puts a copy in the place of the one that there was. The same one again changes nothing.
   *
   * @throws PaperError as `ReadCopy`, `letter-changed`; RequestError `not-found`, `not-allowed` for all but its own office
   */
  async put(actor: Actor, seen: SeenLetter, form: FileForm): Promise<void> {
    const { letter, place, around } = await this.read.one(actor, seen.id);
    if (!letter.mayChange) throw new RequestError('not-allowed');
    const kind = letterKindWords[letter.kind];
    const name = [kind, letter.number || around.title].join(' – ').replaceAll(/[\\/]/g, '-');
    const { sha256, ...document } = await this.copies.execute(form, { name, madeAt: this.clock.now() });
    await this.places.change(actor, place, 'add-letter-copy', async (now) => {
      const { letters, loose } = this.store;
      const standing = await lockLetter(letters, now, seen);
      const before = await letters.copyOf(seen.id);
      if (before?.stored === sha256) return null;
      await letters.putCopy({
        ...{ letterId: seen.id, ...document, stored: sha256 },
        ...{ addedBy: actor.personId, addedAt: this.clock.now() },
      });
      if (before) await loose.release(before.stored);
      await letters.put({ ...standing, signedFile: null, version: standing.version + 1 });
      return { result: null, before: kind, after: kind };
    });
  }

  /** @throws PaperError `letter-changed`; RequestError `not-found` also where there is no copy, `not-allowed` */
  async remove(actor: Actor, seen: SeenLetter): Promise<void> {
    const { letter, place } = await this.read.one(actor, seen.id);
    const kind = letterKindWords[letter.kind];
    await this.places.change(actor, place, 'remove-letter-copy', async (now) => {
      const { letters, loose } = this.store;
      const standing = await lockLetter(letters, now, seen);
      const { stored } = found(await letters.copyOf(seen.id));
      await letters.removeCopy(seen.id);
      await loose.release(stored);
      await letters.put({ ...standing, version: standing.version + 1 });
      return { result: null, before: kind, after: kind };
    });
  }

  /** The copy, or the visit's file that the line names as such, for whoever reads the letter. @throws RequestError `not-found` */
  async open(actor: Actor, letterId: string): Promise<KeptDownload> {
    const { letter, around } = await this.read.one(actor, letterId);
    const { letters, visitFiles, objects } = this.store;
    const copy = await letters.copyOf(letterId);
    if (copy) return objects.download({ ...copy, sha256: copy.stored, content: null });
    const named = found(letter.signedFile);
    const files = await Promise.all(around.visits.map(({ id }) => visitFiles.content(id, named)));
    return objects.download(found(files.find((file) => file !== null)));
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { renderPicture } from '../../platform/pictures/render-picture.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitDayError } from '../domain/error-codes.js';
import { boundedEntryTime } from '../domain/entry-times.js';
import { mayClearAsHead } from '../domain/photo-clearance.js';
import { EntryRepository, type EntryRow, type KeptPhoto } from '../storage/entry-repository.js';
import { DayAccess } from './day-access.js';

/** What every entry comes with. */
export interface GivenEntry {
  /** Made by the device; sent again it is the same entry. */
  id?: string | undefined;
  text: string;
  /** By the device's clock. */
  enteredAt?: Date | undefined;
}

/** Keeps notes and photos of the day, each once however often it is sent. */
@Injectable()
export class KeepEntry {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly access: DayAccess,
    private readonly entries: EntryRepository,
  ) {}

  /** @returns the entry's id. @throws VisitDayError `entry-empty`, `entry-taken`, `day-not-open` */
  async note(actor: Actor, visitId: string, given: GivenEntry): Promise<string> {
    await this.access.writer(actor, visitId);
    if (given.text === '') throw new VisitDayError('entry-empty');
    return this.store(this.rowOf(actor, visitId, 'note', given), null);
  }

  /**
   * @param cleared the author says that no inmate's face or name is in it
   * @returns the entry's id. @throws VisitDayError `photo-unreadable`, `entry-taken`, `day-not-open`
   */
  async photo(
    actor: Actor,
    visitId: string,
    given: GivenEntry & { content: Buffer; cleared: boolean },
  ): Promise<string> {
    const readable = await this.access.writer(actor, visitId);
    const known = given.id === undefined ? null : await this.entries.ownerOf(given.id);
    const row = this.rowOf(actor, visitId, 'photo', given);
    if (known) return this.same(row, known);
    const isHead = given.cleared && mayClearAsHead(actor, readable.visit);
    const rendered = await renderPicture(given.content);
    if (!rendered) throw new VisitDayError('photo-unreadable');
    const { picture: photo, ...rest } = rendered;
    const head = isHead ? { headClearedBy: actor.personId, headClearedAt: row.receivedAt } : {};
    return this.store({ ...row, cleared: given.cleared, ...head }, { photo, ...rest });
  }

  private rowOf(actor: Actor, visitId: string, kind: EntryRow['kind'], given: GivenEntry): EntryRow {
    const now = this.clock.now();
    return {
      id: given.id ?? newId(),
      visitId,
      author: actor.personId,
      // Those who may write in a visit work at one of its units.
      authorUnit: actor.unit ?? '',
      kind,
      text: given.text,
      cleared: false,
      headClearedBy: null,
      headClearedAt: null,
      enteredAt: boundedEntryTime(given.enteredAt ?? null, now),
      receivedAt: now,
    };
  }

  private store(row: EntryRow, photo: KeptPhoto | null): Promise<string> {
    return this.database.transaction(async () => {
      if (await this.entries.add(row, photo)) return row.id;
      return this.same(row, await this.entries.ownerOf(row.id));
    });
  }

  /** The same entry sent again is as good as stored; an id of somebody else's is not. */
  private same(row: EntryRow, known: { visitId: string; author: string } | null): string {
    if (known?.visitId !== row.visitId || known.author !== row.author) throw new VisitDayError('entry-taken');
    return row.id;
  }
}

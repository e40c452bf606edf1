import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { isCleared, isOwn, mayClearAsHead, maySeeEntry, needsHead } from '../domain/photo-clearance.js';
import type { VisitedPlace } from '../domain/photo-clearance.js';
import type { VisitState } from '../../visits/index.js';
import { DayEntries, type DayEntry } from '../queries/day-entries.js';
import { DayAccess } from './day-access.js';

/** An entry as somebody may see it, and what they may do with it. */
export interface ShownEntry extends DayEntry {
  /** Everybody who may see the visit may see it. */
  isPublic: boolean;
  mayRemove: boolean;
  /** Whose clearance the reader may give. */
  mayClear: 'author' | 'head' | null;
}

/** What was written down and photographed, as far as somebody may see it. */
@Injectable()
export class ReadEntries {
  constructor(
    private readonly access: DayAccess,
    private readonly entries: DayEntries,
  ) {}

  /** The latest first. @throws RequestError `not-found` also for those who may not see the visit */
  async list(actor: Actor, visitId: string) {
    const readable = await this.access.reader(actor, visitId);
    return { ...readable, ...(await this.shownTo(actor, visitId, readable.visit)) };
  }

  /** The same for somebody of whom it is known that they may see the visit. */
  async shownTo(
    actor: Actor,
    visitId: string,
    place: VisitedPlace,
  ): Promise<{ entries: ShownEntry[]; headNeeded: boolean }> {
    const entries = (await this.entries.ofVisit(visitId))
      .filter((entry) => maySeeEntry(entry, actor, place))
      .map((entry) => shown(entry, actor, place));
    return { entries, headNeeded: needsHead(place) };
  }

  /** @throws RequestError `not-found` also for those who may not see it */
  async one(actor: Actor, visitId: string, id: string): Promise<{ entry: ShownEntry; state: VisitState }> {
    const { visit: place } = await this.access.reader(actor, visitId);
    const entry = found(await this.entries.byId(visitId, id));
    if (!maySeeEntry(entry, actor, place)) throw new RequestError('not-found');
    return { entry: shown(entry, actor, place), state: place.state };
  }

  /** Bytes of a photo as WebP. @throws RequestError `not-found` also for those who may not see it */
  async photo(actor: Actor, visitId: string, id: string, size: 'photo' | 'thumbnail'): Promise<Buffer> {
    await this.one(actor, visitId, id);
    return found(await this.entries.photo(id, size));
  }
}

function shown(entry: DayEntry, actor: Actor, place: VisitedPlace): ShownEntry {
  const own = isOwn(entry, actor);
  const isPublic = isCleared(entry, place);
  const head = entry.cleared && mayClearAsHead(actor, place) ? 'head' : null;
  const mayClear = isPublic ? null : own && !entry.cleared ? 'author' : head;
  return { ...entry, isPublic, mayRemove: own, mayClear };
}

import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { VisitDayError } from '../domain/error-codes.js';
import { takesEntries } from '../domain/entry-times.js';
import { needsHead } from '../domain/photo-clearance.js';
import type { Actor } from '../../platform/security/actor.js';
import { NotesOfVisit } from '../use-cases/note-photos.js';
import { ReadAlbum } from '../use-cases/read-album.js';
import { AlbumPage } from './album-page.js';
import type { AlbumRefusal } from './album-props.js';

/** The page of an album as it stands now. */
@Injectable()
export class AlbumView {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadAlbum,
    private readonly notes: NotesOfVisit,
  ) {}

  /** @throws RequestError `not-found`; VisitDayError `day-not-open` before a visit is agreed upon */
  async page(
    actor: Actor,
    visitId: string,
    { refusal = null, notice = null }: { refusal?: AlbumRefusal | null; notice?: string | null } = {},
  ): Promise<VNode> {
    const [album, notes] = await Promise.all([
      this.read.execute(actor, visitId),
      this.notes.writable(actor, visitId),
    ]);
    const { state } = album.visit;
    if (!takesEntries(state)) throw new VisitDayError('day-not-open', { state });
    const headNeeded = needsHead(album.visit);
    return AlbumPage({ actor, now: this.clock.now(), album, notes, refusal, notice, headNeeded });
  }
}
